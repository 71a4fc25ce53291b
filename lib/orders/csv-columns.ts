/** How a field's text becomes a value: minor units and quantities are whole numbers. */
export type CsvKind = 'text' | 'whole' | 'share' | 'list' | 'pairs'

export type CsvColumn = {
  /** An order's columns say the same in all its rows, or stand in one of them; a line's describe the row's line. */
  of: 'order' | 'line' | 'parcel'
  /** Where the value stands in the order's, the line's or the parcel's part of the body. */
  path: readonly string[]
  kind: CsvKind
  required?: true
  /** For people. */
  help: string
}

/** The columns of an orders file: their names are the header's. */
export const CSV_COLUMNS = {
  number: {
    of: 'order',
    path: [],
    kind: 'text',
    required: true,
    help: 'the order’s number; rows with the same number are one order',
  },
  placed_at: {
    of: 'order',
    path: ['placedAt'],
    kind: 'text',
    required: true,
    help: 'ISO 8601 with offset: 2026-11-18T09:12:00+01:00',
  },
  currency: { of: 'order', path: ['currency'], kind: 'text', required: true, help: 'ISO 4217: EUR' },
  locale: { of: 'order', path: ['locale'], kind: 'text', help: 'language of the page' },
  customer_name: { of: 'order', path: ['customer', 'name'], kind: 'text', help: '' },
  customer_email: {
    of: 'order',
    path: ['customer', 'email'],
    kind: 'text',
    help: 'opens the order in the look-up',
  },
  customer_phone: { of: 'order', path: ['customer', 'phone'], kind: 'text', help: '' },
  customer_tags: { of: 'order', path: ['customer', 'tags'], kind: 'list', help: 'vip|wholesale' },
  order_tags: { of: 'order', path: ['tags'], kind: 'list', help: 'gift|express' },
  channel: { of: 'order', path: ['channel'], kind: 'text', help: 'where it was bought: web, pos, …' },
  address_name: { of: 'order', path: ['deliveryAddress', 'name'], kind: 'text', help: '' },
  address_line1: { of: 'order', path: ['deliveryAddress', 'line1'], kind: 'text', help: '' },
  address_line2: { of: 'order', path: ['deliveryAddress', 'line2'], kind: 'text', help: '' },
  address_postal_code: { of: 'order', path: ['deliveryAddress', 'postalCode'], kind: 'text', help: '' },
  address_city: { of: 'order', path: ['deliveryAddress', 'city'], kind: 'text', help: '' },
  address_region: { of: 'order', path: ['deliveryAddress', 'region'], kind: 'text', help: '' },
  address_country: {
    of: 'order',
    path: ['deliveryAddress', 'countryCode'],
    kind: 'text',
    help: 'ISO 3166: DE; needed with any other address column',
  },
  shipping_price: {
    of: 'order',
    path: ['shipping', 'price'],
    kind: 'whole',
    help: 'minor units: 490 for 4.90',
  },
  shipping_service: { of: 'order', path: ['shipping', 'service'], kind: 'text', help: '' },
  discount_code: { of: 'order', path: ['discounts', '0', 'code'], kind: 'text', help: '' },
  discount_amount: {
    of: 'order',
    path: ['discounts', '0', 'amount'],
    kind: 'whole',
    help: 'off the whole order, minor units',
  },
  line_id: { of: 'line', path: ['id'], kind: 'text', required: true, help: 'the shop’s own id of the line' },
  line_title: { of: 'line', path: ['title'], kind: 'text', required: true, help: '' },
  line_variant: { of: 'line', path: ['variant'], kind: 'text', help: 'M / Enzian' },
  line_sku: { of: 'line', path: ['sku'], kind: 'text', help: '' },
  line_quantity: { of: 'line', path: ['quantity'], kind: 'whole', required: true, help: '' },
  line_unit_price: {
    of: 'line',
    path: ['unitPrice'],
    kind: 'whole',
    required: true,
    help: 'minor units, tax included: 18990 for 189.90',
  },
  line_discount: { of: 'line', path: ['discount'], kind: 'whole', help: 'off the whole line, minor units' },
  line_tax_rate: { of: 'line', path: ['taxRate'], kind: 'share', help: '0.19 is 19 %' },
  line_image: { of: 'line', path: ['image'], kind: 'text', help: 'address of the picture' },
  line_url: { of: 'line', path: ['url'], kind: 'text', help: 'address of the product' },
  line_category: { of: 'line', path: ['category'], kind: 'text', help: '' },
  line_vendor: { of: 'line', path: ['vendor'], kind: 'text', help: '' },
  line_product: {
    of: 'line',
    path: ['product'],
    kind: 'text',
    help: 'variants of one product share it: an exchange offers them',
  },
  line_tags: { of: 'line', path: ['tags'], kind: 'list', help: 'new|winter' },
  line_options: { of: 'line', path: ['options'], kind: 'pairs', help: 'size=M|colour=Enzian' },
  parcel_number: {
    of: 'parcel',
    path: ['number'],
    kind: 'text',
    help: 'the parcel that holds the row’s line',
  },
  parcel_carrier: { of: 'parcel', path: ['carrier'], kind: 'text', help: 'dhl, ups, …' },
  parcel_quantity: {
    of: 'parcel',
    path: [],
    kind: 'whole',
    help: 'how many of the line it holds; without it, all',
  },
} as const satisfies Record<string, CsvColumn>

export type CsvColumnName = keyof typeof CSV_COLUMNS

export const isCsvColumn = (name: string): name is CsvColumnName => Object.hasOwn(CSV_COLUMNS, name)

export const CSV_COLUMN_NAMES = Object.keys(CSV_COLUMNS).filter(isCsvColumn)

/** Widened, so that every column reads alike. */
export const csvColumn = (name: CsvColumnName): CsvColumn => CSV_COLUMNS[name]
