import { and, eq, sql } from 'drizzle-orm'
import sharp from 'sharp'
import { media, orderLines, orders, workReady } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { logger } from '@/lib/core/logger'
import { mediaWorkId } from '@/lib/shops/media-id'
import type { Context } from './context'
import { isRaster } from './is-raster'

/** Pictures are shown at 72 CSS pixels at most; twice that serves dense screens. */
const EDGE_PIXELS = 192
const LIMIT_BYTES = 5_000_000
const LIMIT_PIXELS = 40_000_000
const TIMEOUT_MS = 10_000

// Loaders with a history of holes are never opened. This holds for the whole process, and our own pictures are drawn as SVG:
// drawings of others are refused by their first bytes.
sharp.block({ operation: ['VipsForeignLoadPdf', 'VipsForeignLoadTiff', 'VipsForeignLoadVips'] })

type Picture = { content: Uint8Array; width: number; height: number }

async function fetchPicture(context: Context, url: string): Promise<Picture | { refused: string }> {
  const answer = await context.fetch(url, { maxBytes: LIMIT_BYTES, timeoutMs: TIMEOUT_MS, accept: 'image/*' })
  if (!answer.ok) return { refused: answer.error }
  if (answer.value.status !== 200) return { refused: `http_${answer.value.status}` }
  if (!isRaster(answer.value.body)) return { refused: 'not_a_picture: its bytes begin like no raster format' }
  try {
    const { data, info } = await sharp(answer.value.body, { limitInputPixels: LIMIT_PIXELS, failOn: 'error' })
      .rotate()
      .resize(EDGE_PIXELS, EDGE_PIXELS, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer({ resolveWithObject: true })
    return { content: data, width: info.width, height: info.height }
  } catch (error) {
    return { refused: `not_a_picture: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/** Fetches a shop's picture once, re-encodes it and keeps it; a refusal is kept too, with its reason. */
export async function fetchMedia(context: Context, shopId: ShopId, mediaId: string): Promise<void> {
  const mine = and(eq(media.shopId, shopId), eq(media.id, mediaId))
  const [row] = await withShop(context.db, shopId, (tx) => tx.select({ sourceUrl: media.sourceUrl, state: media.state }).from(media).where(mine))
  const picture = row?.state === 'due' ? await fetchPicture(context, row.sourceUrl) : null
  if (picture && 'refused' in picture) logger.warn('picture refused', { shopId, mediaId, reason: picture.refused })
  await withShop(context.db, shopId, async (tx) => {
    if (row && picture) {
      const outcome =
        'refused' in picture
          ? { state: 'refused' as const, error: picture.refused }
          : { state: 'ready' as const, error: null, ...picture }
      await tx.update(media).set({ ...outcome, fetchedAt: context.now() }).where(mine)
      // Pages that show the line learn of the picture by their order's version.
      await tx
        .update(orders)
        .set({ version: sql`${orders.version} + 1` })
        .where(
          and(
            eq(orders.shopId, shopId),
            sql`exists (select 1 from ${orderLines} where ${orderLines.shopId} = ${shopId} and ${orderLines.orderId} = ${orders.id} and ${orderLines.image} = ${row.sourceUrl})`,
          ),
        )
    }
    await tx.delete(workReady).where(eq(workReady.id, mediaWorkId(shopId, mediaId)))
  })
}
