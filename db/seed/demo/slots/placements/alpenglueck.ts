import { alpenglueck } from '@/db/seed/demo/shops/alpenglueck'
import { alpenglueckGuides } from './alpenglueck-guides'
import type { DemoPlacement } from './demo-placement'

const home = alpenglueck.settings.homeUrl
const ON_ITS_WAY = ['info_received', 'in_transit', 'out_for_delivery']

/** What stands on Alpenglück's pages beside the answer. */
export const alpenglueckPlacements: readonly DemoPlacement[] = [
  {
    id: 'goes-along',
    slot: 'products',
    placement: 'under-items',
    priority: 90,
    targeting: { statuses: [...ON_ITS_WAY, 'available_for_pickup'] },
    settings: { title: 'Gehen gern mit auf Tour' },
    translations: { bar: { title: 'Gengan gern mit auf Tour' }, en: { title: 'Good company on a tour' } },
  },
  {
    id: 'used-boxes',
    slot: 'announcement',
    placement: 'after-history',
    targeting: { statuses: ['info_received', 'in_transit'], unhappy: false },
    settings: {
      title: 'Dein Karton war schon einmal unterwegs',
      text: 'Wir packen in Kartons, in denen unsere Lieferanten schicken, und kleben mit Papier. Danach kommt beides ins Altpapier.',
      link: { url: `${home}/verpackung`, label: 'So packen wir' },
    },
    translations: {
      bar: {
        title: 'Dei Karton war scho amoi unterwegs',
        text: 'Mia packan in Kartons, in dene unsre Lieferanten schickan, und babn mit Babia. Danach kimmt beides ins Oidbabia.',
        link: { url: `${home}/verpackung`, label: 'So packan mia' },
      },
      en: {
        title: 'Your box has travelled before',
        text: 'We pack in the boxes our suppliers send to us and close them with paper tape. Afterwards both go into paper recycling.',
        link: { url: `${home}/en/packaging`, label: 'How we pack' },
      },
    },
  },
  {
    id: 'hut-letter',
    slot: 'newsletter',
    placement: 'aside',
    targeting: { statuses: ON_ITS_WAY },
    settings: {
      title: 'Der Hüttenbrief',
      text: 'Einmal im Monat eine Tour, ein Rezept von der Hütte und was neu im Laden ist.',
    },
    translations: {
      bar: {
        title: 'Da Hüttnbriaf',
        text: 'Oamoi im Monat a Tour, a Rezept vo da Hüttn und wos nei im Ladn is.',
      },
      en: {
        title: 'Letters from the hut',
        text: 'Once a month: a tour, a recipe from the hut and what is new in the shop.',
      },
    },
  },
  {
    id: 'keeps-for-years',
    slot: 'care',
    placement: 'under-items',
    priority: 80,
    targeting: { statuses: ['delivered'], unhappy: false, daysSinceDelivery: { from: 0 } },
    ...alpenglueckGuides,
  },
  {
    id: 'after-a-week',
    slot: 'review-request',
    placement: 'under-items',
    priority: 90,
    targeting: { statuses: ['delivered'], daysSinceDelivery: { from: 5, to: 60 } },
    settings: {
      title: 'Wie schlägt sich deine Ausrüstung?',
      text: 'Nach einer Woche draußen weißt du mehr als wir. Ein paar ehrliche Sätze helfen der nächsten Seilschaft.',
      link: `${home}/bewerten?artikel={sku}`,
      most: 2,
    },
    translations: {
      bar: {
        title: 'Wia schlogt se dei Ausrüstung?',
        text: 'Noch ana Woch draußn woaßt du mehra ois mia. A boar ehrliche Sätz heifan da nächstn Seilschaft.',
      },
      en: {
        title: 'How is your gear doing?',
        text: 'After a week outside you know more than we do. A few honest lines help the next rope team.',
        link: `${home}/en/review?item={sku}`,
      },
    },
  },
  {
    id: 'how-it-was',
    slot: 'feedback',
    placement: 'after-history',
    priority: 50,
    targeting: { statuses: ['delivered'], daysSinceDelivery: { from: 0, to: 30 } },
  },
  {
    id: 'rope-team',
    slot: 'referral',
    placement: 'aside',
    targeting: { statuses: ['delivered'], daysSinceDelivery: { from: 0, to: 4 } },
    settings: {
      title: 'Nimm jemanden mit',
      text: 'Mit diesem Code kostet die erste Bestellung ab 80 € gleich 10 € weniger.',
      link: `${home}/seilschaft?code={code}`,
      code: 'SEILSCHAFT',
    },
    translations: {
      bar: {
        title: 'Nimm wen mit',
        text: 'Mit dem Code kost de erste Bstellung ab 80 € glei 10 € weniga.',
      },
      en: {
        title: 'Bring somebody along',
        text: 'With this code a first order from €80 costs €10 less.',
        link: `${home}/en/rope-team?code={code}`,
      },
    },
  },
  {
    id: 'summit-points',
    slot: 'loyalty',
    placement: 'aside',
    priority: 50,
    targeting: { statuses: ['delivered'], buyer: 'repeat', daysSinceDelivery: { from: 5 } },
    settings: {
      title: 'Gipfelpunkte',
      text: 'Für 500 Punkte besohlen wir deine Stiefel neu.',
      rate: 1,
      link: `${home}/gipfelpunkte`,
    },
    translations: {
      bar: { title: 'Gipfepunkte', text: 'Fia 500 Punkte kriagn deine Stiefe neie Sohln.' },
      en: {
        title: 'Summit points',
        text: 'For 500 points we resole your boots.',
        link: `${home}/en/summit-points`,
      },
    },
  },
  {
    id: 'workshop',
    slot: 'custom',
    placement: 'after-history',
    priority: 40,
    targeting: { statuses: ['available_for_pickup'], categories: ['boots'] },
    settings: {
      title: 'Neue Sohlen statt neuer Stiefel',
      html: `<p>Unsere Werkstatt in Rosenheim besohlt jeden Stiefel, den wir verkauft haben. <strong>Für immer.</strong></p><ul><li>Einschicken oder vorbeibringen</li><li>Zwei Wochen später gehst du wieder</li></ul><p><a href="${home}/werkstatt">Zur Werkstatt</a></p>`,
    },
    translations: {
      bar: {
        title: 'Neie Sohln statt neie Stiefe',
        html: `<p>Unsa Werkstatt z’ Rosenheim macht auf jedn Stiefe, den mia vakafft ham, neie Sohln. <strong>Fia ollawei.</strong></p><ul><li>Eischicka oda vorbeibringa</li><li>Zwoa Wocha spada gehst wieda</li></ul><p><a href="${home}/werkstatt">Zua Werkstatt</a></p>`,
      },
      en: {
        title: 'New soles, not new boots',
        html: `<p>Our workshop in Rosenheim resoles every boot we have ever sold. <strong>For good.</strong></p><ul><li>Send them in or drop them off</li><li>Two weeks later you walk again</li></ul><p><a href="${home}/en/workshop">To the workshop</a></p>`,
      },
    },
  },
  {
    id: 'come-by',
    slot: 'store-finder',
    placement: 'returns-done',
    targeting: { countries: ['DE', 'AT'] },
    settings: {
      title: 'Oder komm zum Anprobieren vorbei',
      stores: [
        {
          name: 'Alpenglück München',
          address: 'Auenstraße 12, 80469 München',
          hours: 'Mo–Fr 10–19 Uhr, Sa 10–18 Uhr',
        },
        {
          name: 'Alpenglück Garmisch',
          address: 'Ludwigstraße 3, 82467 Garmisch-Partenkirchen',
          hours: 'Di–Sa 9–18 Uhr',
        },
      ],
      link: `${home}/laeden`,
    },
    translations: {
      bar: { title: 'Oda kimm zum Oprobian vorbei' },
      en: {
        title: 'Or come by and try things on',
        stores: [
          {
            name: 'Alpenglück Munich',
            address: 'Auenstraße 12, 80469 München',
            hours: 'Mon–Fri 10–19, Sat 10–18',
          },
          {
            name: 'Alpenglück Garmisch',
            address: 'Ludwigstraße 3, 82467 Garmisch-Partenkirchen',
            hours: 'Tue–Sat 9–18',
          },
        ],
        link: `${home}/en/shops`,
      },
    },
  },
  {
    id: 'see-you',
    slot: 'voucher',
    placement: 'return-settled',
    settings: {
      title: 'Bis zur nächsten Tour',
      text: 'Diesmal hat es nicht gepasst. Beim nächsten Mal geht der Versand auf uns.',
      voucher: { code: 'SERVUS', kind: 'amount', value: 490, currency: 'EUR', minimum: 4000 },
      link: `${home}/gutschein/{code}`,
    },
    translations: {
      bar: {
        title: 'Bis zua nächstn Tour',
        text: 'Desmoi hod’s ned passt. Beim nächstn Moi geht da Vasand auf uns.',
      },
      en: {
        title: 'Until the next tour',
        text: 'It did not fit this time. Next time shipping is on us.',
        link: `${home}/en/voucher/{code}`,
      },
    },
  },
]
