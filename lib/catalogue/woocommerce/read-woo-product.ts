import type { z } from 'zod'
import { checkItem } from '@/lib/catalogue/catalogue-item'
import type { Entry } from '@/lib/catalogue/entry'
import { readPrice } from '@/lib/catalogue/read-price'
import { pointerOf } from '@/lib/core/field-error'
import { type WooProduct, type WooVariation, wooProduct, wooVariation } from './woo-product'

const filled = (text: string | null | undefined): string | null => text?.trim() || null

const namesOf = (list: readonly { name: string }[] | null | undefined): string[] =>
  (list ?? []).flatMap(({ name }) => filled(name) ?? [])

/** WordPress writes names with entities in them: `Shirts &amp; Tops`. */
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#039': "'", '#8217': '’', '#8211': '–' } as const
const isEntity = (name: string): name is keyof typeof ENTITIES => Object.hasOwn(ENTITIES, name)
const plain = (text: string): string =>
  text.replace(/&(#?\w+);/g, (whole, name: string) => (isEntity(name) ? ENTITIES[name] : whole))

function readOne(
  product: WooProduct,
  one: WooProduct | WooVariation,
  image: string | null,
  currency: string,
): ReturnType<typeof checkItem> {
  const price = readPrice(one.price ?? '', currency)
  if (!price.ok) return { why: `price: ${price.error}` }
  const before = readPrice(one.regular_price ?? '', currency)
  return checkItem({
    key: one.id,
    product: product.id,
    sku: filled(one.sku) ?? filled(product.sku),
    title: plain(product.name),
    url: one.permalink,
    image,
    price: price.value.amount,
    priceBefore:
      one.on_sale && before.ok && before.value.amount > price.value.amount ? before.value.amount : null,
    currency,
    category: namesOf(product.categories).map(plain)[0] ?? null,
    tags: [...new Set(namesOf(product.tags).map(plain))],
    brand: namesOf(product.brands).map(plain)[0] ?? null,
    gtin: filled(one.global_unique_id),
    inStock: one.stock_status === 'instock',
  })
}

const idIn = (json: unknown): string | null =>
  typeof json === 'object' && json !== null && 'id' in json ? String(json.id) : null

function refusal(json: unknown, place: string, { issues }: z.ZodError): Entry {
  const [issue] = issues
  return { place, id: idIn(json), why: `${pointerOf(issue?.path ?? [])}: ${issue?.message ?? 'unknown'}` }
}

const isShown = ({ catalog_visibility, type }: WooProduct): boolean =>
  catalog_visibility !== 'hidden' && type !== 'grouped'

/**
 * What a product of WooCommerce's is: one entry, or a product whose variations are to be asked for. Nothing for what the shop
 * doesn't show, and for a group, whose members are products of their own.
 */
export function readWooProduct(
  json: unknown,
  place: string,
  currency: string,
): { entries: Entry[] } | { variable: WooProduct } {
  const parsed = wooProduct.safeParse(json)
  if (!parsed.success) return { entries: [refusal(json, place, parsed.error)] }
  const product = parsed.data
  if (!isShown(product)) return { entries: [] }
  if (product.type === 'variable') return { variable: product }
  const image = product.images?.[0]?.src ?? null
  return { entries: [{ place, id: product.id, ...readOne(product, product, image, currency) }] }
}

/** One variation of a product; null: the shop doesn't sell it. */
export function readWooVariation(
  product: WooProduct,
  json: unknown,
  place: string,
  currency: string,
): Entry | null {
  const parsed = wooVariation.safeParse(json)
  if (!parsed.success) return refusal(json, place, parsed.error)
  const variation = parsed.data
  if ((variation.status ?? 'publish') !== 'publish') return null
  const image = variation.image?.src ?? product.images?.[0]?.src ?? null
  return { place, id: variation.id, ...readOne(product, variation, image, currency) }
}
