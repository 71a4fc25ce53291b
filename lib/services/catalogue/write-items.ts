import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import { productItems } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { CatalogueItem } from '@/lib/catalogue/catalogue-item'
import { digestOf } from '@/lib/catalogue/digest-of'
import type { ShopId } from '@/lib/core/ids'
import { noteCatalogue } from '@/lib/services/recommend/note-catalogue'
import { admitProducts, lockProducts } from './lock-products'
import { refreshProducts } from './refresh-products'

/** Who tells, and as of when. */
export type Telling = {
  source: string
  at: Date
  /** An item that was told at the same instant stands there twice. */
  once: boolean
}

export type WrittenItems = {
  new: number
  changed: number
  unchanged: number
  /** Ids that were told before in the same reading; what came first counts. */
  repeated: string[]
}

type Known = Pick<
  typeof productItems.$inferSelect,
  'key' | 'product' | 'digest' | 'source' | 'seenAt' | 'goneAt'
>

type Verdict = 'new' | 'changed' | 'unchanged' | 'older' | 'repeated'

/** What an item's telling does to what is known of it. */
function judge(item: CatalogueItem, known: Known | undefined, { source, at, once }: Telling): Verdict {
  if (!known) return 'new'
  if (known.seenAt > at) return 'older'
  if (once && known.source === source && known.seenAt.getTime() === at.getTime()) return 'repeated'
  const isSame = known.goneAt === null && known.source === source && known.digest === digestOf(item)
  return isSame ? 'unchanged' : 'changed'
}

const excluded = (column: string) => sql.raw(`excluded.${column}`)

async function upsert(
  tx: ShopTx,
  shopId: ShopId,
  items: readonly CatalogueItem[],
  { source, at }: Telling,
  now: Date,
): Promise<void> {
  if (items.length === 0) return
  await tx
    .insert(productItems)
    .values(
      items.map((item) => ({
        ...item,
        shopId,
        source,
        digest: digestOf(item),
        seenAt: at,
        goneAt: null,
        updatedAt: now,
      })),
    )
    .onConflictDoUpdate({
      target: [productItems.shopId, productItems.key],
      set: {
        product: excluded('product'),
        sku: excluded('sku'),
        title: excluded('title'),
        url: excluded('url'),
        image: excluded('image'),
        price: excluded('price'),
        priceBefore: excluded('price_before'),
        currency: excluded('currency'),
        category: excluded('category'),
        tags: excluded('tags'),
        brand: excluded('brand'),
        gtin: excluded('gtin'),
        inStock: excluded('in_stock'),
        source: excluded('source'),
        digest: excluded('digest'),
        seenAt: excluded('seen_at'),
        goneAt: excluded('gone_at'),
        updatedAt: now,
      },
    })
}

/** Notes that items were told of, without changing them: a full feed that names them badly doesn't lose them. */
export async function touchItems(
  tx: ShopTx,
  shopId: ShopId,
  keys: readonly string[],
  { source, at }: Telling,
): Promise<void> {
  if (keys.length === 0) return
  await tx
    .update(productItems)
    .set({ seenAt: at })
    .where(
      and(
        eq(productItems.shopId, shopId),
        inArray(productItems.key, [...keys]),
        eq(productItems.source, source),
        lt(productItems.seenAt, at),
      ),
    )
}

/**
 * Writes items as a source tells them, and makes their products anew. What was told as of later stays as it is. Keys are unique
 * within a call; one call takes a few thousand items at most.
 */
export async function writeItems(
  tx: ShopTx,
  shopId: ShopId,
  told: readonly CatalogueItem[],
  telling: Telling,
  now: Date,
): Promise<WrittenItems> {
  const items = told.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  if (items.length === 0) return { new: 0, changed: 0, unchanged: 0, repeated: [] }
  await admitProducts(tx, shopId, telling.source, items, now)
  const keys = items.map(({ key }) => key)
  const known = await tx
    .select({
      key: productItems.key,
      product: productItems.product,
      sku: productItems.sku,
      category: productItems.category,
      digest: productItems.digest,
      source: productItems.source,
      seenAt: productItems.seenAt,
      goneAt: productItems.goneAt,
    })
    .from(productItems)
    .where(and(eq(productItems.shopId, shopId), inArray(productItems.key, keys)))
  const byKey = new Map(known.map((one) => [one.key, one]))
  const judged = items.map((item) => ({ item, verdict: judge(item, byKey.get(item.key), telling) }))
  const of = (asked: Verdict) => judged.flatMap(({ item, verdict }) => (verdict === asked ? [item] : []))
  const written = [...of('new'), ...of('changed')]
  const products = new Set(written.map(({ product }) => product))
  const before = written.flatMap(({ key }) => byKey.get(key)?.product ?? [])
  const left = [...new Set(before)].filter((product) => !products.has(product))
  await lockProducts(tx, shopId, left)
  await upsert(tx, shopId, written, telling, now)
  const same = of('unchanged').map(({ key }) => key)
  await touchItems(tx, shopId, same, telling)
  await refreshProducts(tx, shopId, [...products, ...left], now)
  const changes = written.map((item) => ({ item, before: byKey.get(item.key) }))
  await noteCatalogue(tx, shopId, changes, now)
  return {
    new: of('new').length,
    changed: of('changed').length,
    unchanged: same.length + of('older').length,
    repeated: of('repeated').map(({ key }) => key),
  }
}
