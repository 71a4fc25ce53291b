import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { Shop } from '@/lib/shops/shop'
import type { SlotContext } from '@/lib/slots/slot'
import type { SlotData, SlotPicture } from '@/lib/slots/slot-data'

const SHOP = 'https://shop.example'

const drawn = (hue: number): SlotPicture => ({
  src: `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><path fill="hsl(${hue} 25% 72%)" d="M0 0h72v72H0z"/><path fill="hsl(${hue} 30% 38%)" d="M18 60V26l10-8h16l10 8v34z"/></svg>`)}`,
  width: 640,
  height: 640,
})

/** An order about which every slot has something to say: arrived, late, waiting, with a wrong address. */
export const SLOT_DATA: SlotData = {
  order: { value: 37_980, currency: 'EUR', delivered: true, mayAct: true, referralCode: 'K7Q2M4XA9T' },
  products: [
    {
      id: 'p1',
      title: 'Regenhose Karwendel',
      url: `${SHOP}/regenhose`,
      picture: drawn(210),
      price: 12_990,
      priceBefore: 14_990,
      currency: 'EUR',
    },
    {
      id: 'p2',
      title: 'Imprägnierspray für Hartschalen und Softshells, 300 ml',
      url: `${SHOP}/spray`,
      picture: { src: '/media/alpenglueck/01.webp', width: 640, height: 640 },
      price: 1_490,
      priceBefore: null,
      currency: 'EUR',
    },
    {
      id: 'p3',
      title: 'Merinohemd Isar',
      url: `${SHOP}/hemd`,
      // The shop's own address: it is left out, since a page asks no other host.
      picture: { src: `${SHOP}/hemd.jpg`, width: 640, height: 640 },
      price: null,
      priceBefore: null,
      currency: 'EUR',
    },
    {
      id: 'p4',
      title: 'One too many',
      url: `${SHOP}/more`,
      picture: null,
      price: 100,
      priceBefore: null,
      currency: 'EUR',
    },
  ],
  voucher: {
    code: 'SORRY-8KX2',
    kind: 'amount',
    value: 500,
    currency: 'EUR',
    atMost: 500,
    minimum: 3_000,
    validUntil: '2027-01-31',
  },
  pickups: [
    {
      parcelId: 's1',
      name: 'Packstation 145',
      address: 'Sonnenstr. 12, 80331 München',
      hours: ['Mo–Fr 7:00–20:00', 'Sa 8:00–16:00'],
      lastDay: '2026-11-25',
      daysLeft: 2,
      code: '4711',
      calendarHref: '/alpenglueck/de/o/x/delivery.ics',
      urgent: true,
    },
  ],
  items: [
    {
      id: '1',
      sku: 'AG-SHELL-M',
      title: 'Regenjacke Karwendel',
      category: 'jackets',
      tags: ['new'],
      url: `${SHOP}/jacke`,
      picture: drawn(150),
    },
    {
      id: '2',
      sku: 'AG-HAT',
      title: 'Wollmütze Isar',
      category: 'hats',
      tags: ['wool'],
      url: null,
      picture: null,
    },
  ],
  care: {
    addressHref: '/alpenglueck/de/o/x/address',
    addressCorrected: false,
    wishesHref: '/alpenglueck/de/o/x/wishes',
    wished: null,
  },
  feedback: null,
  hasEmail: true,
}

const CODE = { code: 'HERBST10', kind: 'percent', value: 1_000, currency: 'EUR' }

/** What a shop has to say for slots that know nothing by themselves. */
export const SLOT_SETTINGS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  announcement: {
    title: 'Vor Weihnachten dauert es länger',
    text: 'Die Paketdienste sind voll. Was bis Freitag, 18. Dezember bestellt wird, kommt rechtzeitig.',
    link: { url: `${SHOP}/versand`, label: 'Alle Bestelltage' },
  },
  voucher: {
    voucher: { ...CODE, minimum: 5_000, validUntil: '2026-12-31' },
    link: `${SHOP}/discount/{code}`,
  },
  'apology-voucher': { link: `${SHOP}/discount/{code}` },
  'review-request': { link: `${SHOP}/products/{sku}#review` },
  referral: { link: `${SHOP}/einladung?code={code}` },
  care: {
    guides: [
      {
        categories: ['jackets'],
        title: 'Regenjacken waschen und imprägnieren',
        text: 'Bei 30 Grad mit Flüssigwaschmittel, ohne Weichspüler.\nZwei Mal spülen, dann bei niedriger Hitze trocknen: Das weckt die Imprägnierung.',
        link: `${SHOP}/pflege/hardshell`,
      },
      {
        tags: ['wool'],
        title: 'Wolle lüften statt waschen',
        text: 'Über Nacht auf den Balkon genügt meistens.',
      },
    ],
  },
  'store-finder': {
    stores: [
      {
        name: 'Alpenglück München',
        address: 'Sendlinger Str. 1, 80331 München',
        hours: 'Mo–Sa 10–19',
        link: `${SHOP}/muenchen`,
      },
      {
        name: 'Alpenglück Garmisch',
        address: 'Am Kurpark 4, 82467 Garmisch-Partenkirchen',
        hours: 'Di–Sa 10–18',
      },
    ],
    link: `${SHOP}/laeden`,
  },
  loyalty: { rate: 1, link: `${SHOP}/konto` },
  custom: {
    title: 'Aus der Werkstatt',
    html:
      '<p>Jede Jacke wird in <strong>Bad Tölz</strong> genäht. <a href="https://shop.example/werkstatt">Zu Besuch kommen</a>' +
      ' oder <a href="mailto:werkstatt@shop.example">schreiben</a>.</p><ul><li>Mittwochs um 15 Uhr</li><li>Ohne Anmeldung</li></ul>',
  },
}

type Seen = { framed?: boolean; today?: string }

/** What a page gives a slot beside its settings; links to the shop lead through `/go`, all others stay as they are. */
export const slotContext = (
  shop: Shop,
  locale: Locale,
  id: string,
  { framed = false, today = '2026-11-23' }: Seen = {},
): SlotContext => ({
  talk: translator(shop, locale),
  locale,
  shop,
  today,
  id,
  go: (target) =>
    target.startsWith(`${SHOP}/`)
      ? `/alpenglueck/${locale}/go/${id}?to=${encodeURIComponent(target)}`
      : target,
  actions: {
    feedback: `/alpenglueck/${locale}/o/x/feedback`,
    newsletter: `/alpenglueck/${locale}/newsletter`,
  },
  framed,
})
