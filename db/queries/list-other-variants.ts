import { and, asc, eq, ne } from 'drizzle-orm'
import { media, orderLines, variants } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { readFreeStock } from './read-stock'

/** What a bought line could be exchanged for in its own product, and what one piece of it cost before discounts. */
export type OtherVariants = {
  unitPrice: number
  offers: {
    sku: string
    title: string
    variant: string | null
    price: number
    /** Pieces that nobody has set aside; null: not counted. */
    left: number | null
    media: { id: string; width: number; height: number } | null
  }[]
}

type Line = { orderId: string; lineId: string; currency: string; sku: string | null }

/** Variants of the same product but the bought one and `sku`'s, with what is left of them. */
export async function listOtherVariants(
  tx: ShopTx,
  shopId: ShopId,
  { orderId, lineId, currency, sku }: Line,
  now: Date,
): Promise<OtherVariants> {
  const [line] = await tx
    .select({ unitPrice: orderLines.unitPrice, product: orderLines.product, sku: orderLines.sku })
    .from(orderLines)
    .where(and(eq(orderLines.shopId, shopId), eq(orderLines.orderId, orderId), eq(orderLines.id, lineId)))
  if (!line?.product) return { unitPrice: line?.unitPrice ?? 0, offers: [] }
  const rows = await tx
    .select({
      sku: variants.sku,
      title: variants.title,
      variant: variants.variant,
      price: variants.price,
      mediaId: media.id,
      width: media.width,
      height: media.height,
    })
    .from(variants)
    .leftJoin(
      media,
      and(eq(media.shopId, variants.shopId), eq(media.id, variants.mediaId), eq(media.state, 'ready')),
    )
    .where(
      and(
        eq(variants.shopId, shopId),
        eq(variants.product, line.product),
        eq(variants.currency, currency),
        ...(sku === null ? [] : [ne(variants.sku, sku)]),
      ),
    )
    .orderBy(asc(variants.title), asc(variants.variant), asc(variants.sku))
  const others = rows.filter((row) => row.sku !== line.sku)
  const free = await readFreeStock(
    tx,
    shopId,
    others.map((row) => row.sku),
    now,
  )
  return {
    unitPrice: line.unitPrice,
    offers: others.map(({ mediaId, width, height, ...offer }) => ({
      ...offer,
      left: free.get(offer.sku) ?? null,
      media: mediaId !== null && width !== null && height !== null ? { id: mediaId, width, height } : null,
    })),
  }
}
