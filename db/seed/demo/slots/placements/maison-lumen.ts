import { maisonLumen } from '@/db/seed/demo/shops/maison-lumen'
import type { DemoPlacement } from './demo-placement'
import { maisonLumenGuides } from './maison-lumen-guides'

const home = maisonLumen.settings.homeUrl
const ON_ITS_WAY = ['info_received', 'in_transit', 'out_for_delivery']

/** What stands on Maison Lumen's pages beside the answer. */
export const maisonLumenPlacements: readonly DemoPlacement[] = [
  {
    id: 'same-spirit',
    slot: 'products',
    placement: 'under-items',
    priority: 90,
    targeting: { statuses: ON_ITS_WAY },
    settings: { title: 'Dans le même esprit' },
    translations: { en: { title: 'In the same spirit' } },
  },
  {
    id: 'boxes',
    slot: 'announcement',
    placement: 'after-history',
    targeting: { statuses: ['info_received', 'in_transit'], unhappy: false },
    settings: {
      title: 'Une boîte à garder',
      text: 'Vos pièces voyagent dans du kraft plissé à la main, sans plastique. La boîte protège aussi très bien les décorations et les lettres.',
      link: { url: `${home}/emballage`, label: 'Nos emballages' },
    },
    translations: {
      en: {
        title: 'A box worth keeping',
        text: 'Your pieces travel in hand-pleated kraft paper, without plastic. The box looks after decorations and letters just as well.',
        link: { url: `${home}/en/packaging`, label: 'How we pack' },
      },
    },
  },
  {
    id: 'letters',
    slot: 'newsletter',
    placement: 'aside',
    targeting: { statuses: ON_ITS_WAY },
    settings: {
      title: 'Les lettres de Maison Lumen',
      text: 'Une visite d’atelier, une table, une lumière : une lettre par mois, pas davantage.',
    },
    translations: {
      en: {
        title: 'Letters from Maison Lumen',
        text: 'A studio visit, a table, a light: one letter a month, no more.',
      },
    },
  },
  {
    id: 'made-to-last',
    slot: 'care',
    placement: 'under-items',
    priority: 80,
    targeting: { statuses: ['out_for_delivery', 'delivered'], unhappy: false },
    ...maisonLumenGuides,
  },
  {
    id: 'next-piece',
    slot: 'voucher',
    placement: 'aside',
    targeting: { statuses: ['delivered'], buyer: 'first', daysSinceDelivery: { from: 0, to: 14 } },
    settings: {
      title: 'Pour la prochaine pièce',
      text: 'Merci de nous avoir ouvert votre porte.',
      voucher: { code: 'BIENVENUE', kind: 'percent', value: 1000, currency: 'EUR', minimum: 8000 },
    },
    translations: {
      en: { title: 'For the next piece', text: 'Thank you for opening your door to us.' },
    },
  },
  {
    id: 'at-home',
    slot: 'review-request',
    placement: 'under-items',
    priority: 90,
    targeting: { statuses: ['delivered'], daysSinceDelivery: { from: 5, to: 60 } },
    settings: {
      title: 'A-t-elle trouvé sa place ?',
      text: 'Quelques mots sur la pièce, chez vous, aident ceux qui hésitent encore.',
      link: `${home}/avis?article={sku}`,
      most: 2,
    },
    translations: {
      en: {
        title: 'Has it found its place?',
        text: 'A few words about the piece in your home help those who still hesitate.',
        link: `${home}/en/review?item={sku}`,
      },
    },
  },
  {
    id: 'would-recommend',
    slot: 'feedback',
    placement: 'after-history',
    priority: 50,
    targeting: { statuses: ['delivered'], daysSinceDelivery: { from: 0, to: 30 } },
    settings: { kind: 'nps' },
  },
  {
    id: 'journal',
    slot: 'custom',
    placement: 'after-history',
    priority: 20,
    targeting: { statuses: ['out_for_delivery'] },
    settings: {
      title: 'En attendant',
      html: `<p>Dans le Journal : <em>une matinée chez la potière de la Borne</em>, et la façon dont une lampe prend sa couleur.</p><p><a href="${home}/journal">Lire le Journal</a></p>`,
    },
    translations: {
      en: {
        title: 'While you wait',
        html: `<p>In the Journal: <em>a morning with the potter of La Borne</em>, and how a lamp gets its colour.</p><p><a href="${home}/en/journal">Read the Journal</a></p>`,
      },
    },
  },
  {
    id: 'visit',
    slot: 'store-finder',
    placement: 'returns-done',
    targeting: { countries: ['FR'] },
    settings: {
      title: 'Nous rendre visite',
      stores: [
        {
          name: 'Maison Lumen Paris',
          address: '18 rue du Pont-aux-Choux, 75003 Paris',
          hours: 'Du mardi au samedi, de 11 h à 19 h',
        },
      ],
      link: `${home}/boutiques`,
    },
    translations: {
      en: {
        title: 'Come and see us',
        stores: [
          {
            name: 'Maison Lumen Paris',
            address: '18 rue du Pont-aux-Choux, 75003 Paris',
            hours: 'Tuesday to Saturday, 11 to 19',
          },
        ],
        link: `${home}/en/boutiques`,
      },
    },
  },
]
