import type { Draft, DraftItem } from '@/lib/returns/draft'
import type { DraftView } from '@/lib/returns/draft-view'
import type {
  DraftSource,
  SourceLine,
  SourceOrder,
  SourceParcel,
  SourceVariant,
} from '@/lib/returns/drafts/draft-source'
import { settledView } from '@/lib/returns/drafts/settled-view'
import { defaultPolicy } from '@/lib/returns/policy/default-policy'
import { type Policy, policySchema } from '@/lib/returns/policy/schema'

const DRAFT_NOW = new Date('2026-11-27T14:00:00Z')

const line = (id: string, more: Partial<SourceLine>): SourceLine => ({
  id,
  title: 'Regenjacke Karwendel',
  variant: 'M / Enzian',
  sku: `SKU-${id}`,
  category: 'jackets',
  vendor: null,
  product: `product-${id}`,
  tags: [],
  options: {},
  quantity: 1,
  unitPrice: 18990,
  discount: 0,
  taxRate: 0.19,
  mediaId: null,
  media: null,
  ...more,
})

const variant = (sku: string, more: Partial<SourceVariant>): SourceVariant => ({
  sku,
  product: 'product-1',
  title: 'Regenjacke Karwendel',
  variant: sku,
  options: {},
  price: 18990,
  currency: 'EUR',
  left: null,
  media: null,
  ...more,
})

const at = {
  at: '2026-11-20T11:02:00.000Z',
  localTime: null,
  offsetMinutes: null,
  zoneKnown: true,
  raw: null,
}

/** Everything arrived on 20 November. */
const DELIVERED: SourceParcel = {
  projection: { direction: 'outbound', status: 'delivered.other', statusTime: at, timeline: [] },
  lines: [],
}

const order = (
  id: string,
  number: string,
  lines: SourceLine[],
  more: Partial<SourceOrder> = {},
): SourceOrder => ({
  id,
  number,
  placedAt: '2026-11-18T08:12:00.000Z',
  currency: 'EUR',
  locale: 'de',
  customerKey: 'key',
  customerTags: [],
  countryCode: 'DE',
  shipping: { price: 490, service: 'standard' },
  discounts: [{ code: 'HERBST', amount: 1000 }],
  tags: [],
  channel: null,
  earlier: [],
  lines,
  parcels: [DELIVERED],
  ...more,
})

export const FIRST_ORDER = order('0198c0de-0000-7000-8000-000000000001', 'AG-1001', [
  line('1', {}),
  line('2', {
    title: 'Merinosocken Isar',
    variant: '39–42 / Moos',
    unitPrice: 1900,
    quantity: 3,
    category: 'socks',
  }),
  line('3', {
    title: 'Trinkflasche mit Gravur',
    variant: 'Für Resi',
    unitPrice: 2990,
    tags: ['made-to-order'],
  }),
])

export const SECOND_ORDER = order(
  '0198c0de-0000-7000-8000-000000000002',
  'AG-0990',
  [line('1', { title: 'Stirnlampe Watzmann', variant: null, unitPrice: 5990, product: 'lamp' })],
  { discounts: [], shipping: null },
)

const VARIANTS = [
  variant('SKU-1', { variant: 'M / Enzian', left: 8 }),
  variant('JACKET-L', { variant: 'L / Enzian', left: 2 }),
  variant('JACKET-XL', { variant: 'XL / Enzian', left: 0 }),
  variant('JACKET-LM', { variant: 'L / Moos, gefüttert', left: 40, price: 20990 }),
]

const PRODUCTS = [
  variant('HAT-R', { product: 'hat', title: 'Wollmütze Isar', variant: 'Rot', price: 3900, left: 12 }),
  variant('HAT-B', { product: 'hat', title: 'Wollmütze Isar', variant: 'Blau', price: 3900, left: 3 }),
  variant('FLEECE-M', {
    product: 'fleece',
    title: 'Fleecejacke Zugspitz',
    variant: 'M',
    price: 22900,
    left: null,
  }),
]

const DESTINATION = {
  name: 'Alpenglück',
  line1: 'Lindwurmstr. 1',
  postalCode: '80337',
  city: 'München',
  countryCode: 'DE',
}

/** Every kind of method, a fee, a bonus, and goods that are kept. */
export const RICH_POLICY: Policy = (() => {
  const base = defaultPolicy({
    currency: 'EUR',
    locales: ['en', 'de', 'fr', 'bar'],
    destination: DESTINATION,
  })
  return policySchema.parse({
    ...base,
    storeCredit: { bonusPercent: 10 },
    keepBelow: 2500,
    methods: [
      {
        kind: 'qr',
        id: 'qr',
        texts: { en: 'With a code on your phone', de: 'Mit Code auf dem Handy' },
        carrier: 'dhl',
      },
      {
        kind: 'label',
        id: 'label',
        texts: { en: 'Print a label', de: 'Etikett ausdrucken' },
        carrier: 'dhl',
      },
      {
        kind: 'store',
        id: 'store',
        texts: { en: 'Hand it in at a store', de: 'Im Laden abgeben' },
        stores: [
          {
            id: 'muc',
            name: 'Alpenglück München',
            address: 'Sendlinger Str. 1, 80331 München',
            hours: { de: 'Mo–Sa 10–19 Uhr', en: 'Mon–Sat 10–19' },
          },
          { id: 'gap', name: 'Alpenglück Garmisch', address: 'Am Kurpark 3, 82467 Garmisch' },
        ],
      },
      {
        kind: 'pickup',
        id: 'pickup',
        texts: { en: 'Have it fetched', de: 'Zu Hause abholen lassen' },
        carrier: 'dhl',
        price: 490,
      },
      { kind: 'own_carrier', id: 'own', texts: { en: 'Send it yourself', de: 'Selbst verschicken' } },
    ],
  })
})()

export const draftItem = (key: string, more: Partial<DraftItem> = {}): DraftItem => ({
  key,
  orderId: FIRST_ORDER.id,
  lineId: '1',
  quantity: 1,
  reason: null,
  subReason: null,
  comment: null,
  photos: [],
  outcome: null,
  exchangeSku: null,
  box: 1,
  ...more,
})

export const draftOf = (items: DraftItem[], more: Partial<Draft> = {}): Draft => ({
  orders: [FIRST_ORDER.id],
  gift: false,
  email: null,
  items,
  boxes: 1,
  method: null,
  store: null,
  pickupDay: null,
  own: [],
  ...more,
})

/** A draft as its steps show it, without a database. */
export function draftView(
  draft: Draft,
  policy: Policy = RICH_POLICY,
  photos: DraftSource['photos'] = [],
): DraftView {
  const source: DraftSource = {
    id: '0198c0de-0000-7000-8000-00000000000d',
    version: 3,
    draft,
    sent: null,
    orders: [FIRST_ORDER, SECOND_ORDER].filter(({ id }) => draft.orders.includes(id)),
    customer: { orders: 2, returnedAt: [], keptItems: 0, credits: 0, mistakes: 0 },
    variants: VARIANTS,
    products: PRODUCTS,
    photos,
  }
  return settledView({
    source,
    policy,
    policyVersion: 1,
    now: DRAFT_NOW,
    timeZone: 'Europe/Berlin',
    sent: null,
  })
}
