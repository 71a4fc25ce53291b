import { type CatalogueItem, checkItem } from '@/lib/catalogue/catalogue-item'
import { type Price, readPrice } from '@/lib/catalogue/read-price'
import { fail, ok, type Result } from '@/lib/core/result'
import { readAvailability } from './availability'
import { saleHolds } from './sale-holds'

/** Attributes by their documented names, `item_group_id`; of those told several times the first. */
export type GoogleFields = ReadonlyMap<string, string>

export type GoogleSettings = {
  /** Of prices that name none. */
  currency: string | null
  /** Which attribute stands in the lines of orders. */
  sku: 'id' | 'mpn' | 'gtin'
  now: Date
}

const LABELS = ['custom_label_0', 'custom_label_1', 'custom_label_2', 'custom_label_3', 'custom_label_4']

/** `Home>Garden` and `Home > Garden` are one category. */
const pathOf = (text: string): string =>
  text
    .split('>')
    .map((part) => part.trim())
    .join(' > ')

/** What is asked, and what it cost before; a sale that is over, or saves nothing, is none. */
function pricesOf(
  fields: GoogleFields,
  { currency, now }: GoogleSettings,
): Result<{ price: Price; before: number | null }, string> {
  const told = fields.get('price')
  if (told === undefined) return fail('price: is missing')
  const price = readPrice(told, currency)
  if (!price.ok) return fail(`price: ${price.error}`)
  const reduced = fields.get('sale_price')
  if (reduced === undefined) return ok({ price: price.value, before: null })
  const sale = readPrice(reduced, price.value.currency)
  if (!sale.ok) return fail(`sale_price: ${sale.error}`)
  if (sale.value.currency !== price.value.currency) return fail('sale_price: is in another currency')
  const interval = fields.get('sale_price_effective_date')
  const holds = interval === undefined ? true : saleHolds(interval, now)
  if (holds === null) return fail('sale_price_effective_date: is no interval of two instants')
  return holds && sale.value.amount < price.value.amount
    ? ok({ price: sale.value, before: price.value.amount })
    : ok({ price: price.value, before: null })
}

/** One item of a Merchant feed (https://support.google.com/merchants/answer/7052112), or what is wrong with it. */
export function readGoogleItem(
  fields: GoogleFields,
  settings: GoogleSettings,
): { item: CatalogueItem } | { why: string } {
  const id = fields.get('id')
  if (id === undefined) return { why: 'id: is missing' }
  const availability = fields.get('availability')
  if (availability === undefined) return { why: 'availability: is missing' }
  const inStock = readAvailability(availability)
  if (inStock === null)
    return { why: `availability: ${JSON.stringify(availability.slice(0, 40))} is no documented value` }
  const prices = pricesOf(fields, settings)
  if (!prices.ok) return { why: prices.error }
  const category = fields.get('product_type') ?? fields.get('google_product_category')
  return checkItem({
    key: id,
    product: fields.get('item_group_id') ?? id,
    sku: fields.get(settings.sku) ?? null,
    title: fields.get('title') ?? '',
    url: fields.get('link') ?? '',
    image: fields.get('image_link') ?? null,
    price: prices.value.price.amount,
    priceBefore: prices.value.before,
    currency: prices.value.price.currency,
    category: category === undefined ? null : pathOf(category),
    tags: [...new Set(LABELS.flatMap((label) => fields.get(label) ?? []))],
    brand: fields.get('brand') ?? null,
    gtin: fields.get('gtin') ?? null,
    inStock,
  })
}
