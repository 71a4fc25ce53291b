import { and, eq, sql } from 'drizzle-orm'
import sharp from 'sharp'
import { media, orderLines, orders, workReady } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { logger } from '@/lib/core/logger'
import { mediaWorkId } from '@/lib/shops/media-id'
import type { Context } from './context'
import { pictureFormat } from './picture-format'

/** Pictures are shown at 72 CSS pixels at most; twice that serves dense screens. */
const EDGE_PIXELS = 192
const LIMIT_BYTES = 5_000_000
const LIMIT_PIXELS = 40_000_000
const TIMEOUT_MS = 10_000

/** Wait before try n+1, in seconds; after the last one the picture is refused. */
const RETRY_SECONDS = [60, 600, 3600, 6 * 3600] as const

/** What may pass by itself; everything else is the picture's own fault. */
const PASSING = /^(timeout|connection_failed|name_unresolved|http_(408|429|5\d\d))$/

type Picture = { content: Uint8Array; width: number; height: number }
type Refusal = { refused: string }

async function fetchPicture(context: Context, url: string): Promise<Picture | Refusal> {
  const answer = await context.fetch(url, { maxBytes: LIMIT_BYTES, timeoutMs: TIMEOUT_MS, accept: 'image/*' })
  if (!answer.ok) return { refused: answer.error }
  if (answer.value.status !== 200) return { refused: `http_${answer.value.status}` }
  // Not by sharp.block, which would take vector formats from everybody in this process.
  if (!pictureFormat(answer.value.body)) return { refused: 'not_a_picture: of no format that is opened here' }
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

/** Puts the work off where trying again may help; answers whether it did. */
async function postpone(tx: ShopTx, workId: string, { refused }: Refusal, now: Date): Promise<boolean> {
  if (!PASSING.test(refused)) return false
  const [work] = await tx
    .select({ attempts: workReady.attempts })
    .from(workReady)
    .where(eq(workReady.id, workId))
    .for('update')
  const wait = work && RETRY_SECONDS[work.attempts]
  if (!work || wait === undefined) return false
  const dueAt = new Date(now.getTime() + wait * 1000)
  await tx
    .update(workReady)
    .set({ dueAt, attempts: work.attempts + 1 })
    .where(eq(workReady.id, workId))
  return true
}

/** Pages that show the line learn of the picture by their order's version. */
const touchOrdersWith = (tx: ShopTx, shopId: ShopId, mediaId: string) =>
  tx
    .update(orders)
    .set({ version: sql`${orders.version} + 1` })
    .where(
      and(
        eq(orders.shopId, shopId),
        sql`exists (select 1 from ${orderLines} where ${orderLines.shopId} = ${shopId} and ${orderLines.orderId} = ${orders.id} and ${orderLines.mediaId} = ${mediaId})`,
      ),
    )

/**
 * Fetches a shop's picture once, re-encodes it and keeps it; a refusal is kept too, with its reason. Where the picture can't be
 * had just now, the sweeper tries again.
 */
export async function fetchMedia(context: Context, shopId: ShopId, mediaId: string): Promise<void> {
  const mine = and(eq(media.shopId, shopId), eq(media.id, mediaId))
  const workId = mediaWorkId(shopId, mediaId)
  const [row] = await withShop(context.db, shopId, (tx) =>
    tx.select({ sourceUrl: media.sourceUrl, state: media.state }).from(media).where(mine),
  )
  const picture = row?.state === 'due' ? await fetchPicture(context, row.sourceUrl) : null
  if (picture && 'refused' in picture)
    logger.warn('picture refused', { shopId, mediaId, reason: picture.refused })
  await withShop(context.db, shopId, async (tx) => {
    if (row && picture) {
      const fetchedAt = context.now()
      if ('refused' in picture) {
        if (await postpone(tx, workId, picture, fetchedAt)) return
        await tx.update(media).set({ state: 'refused', error: picture.refused, fetchedAt }).where(mine)
      } else {
        await tx
          .update(media)
          .set({ state: 'ready', error: null, ...picture, fetchedAt })
          .where(mine)
        await touchOrdersWith(tx, shopId, mediaId)
      }
    }
    await tx.delete(workReady).where(eq(workReady.id, workId))
  })
}
