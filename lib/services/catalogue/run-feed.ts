import { and, eq } from 'drizzle-orm'
import { isDatabaseAway } from '@/db/database-away'
import { productFeeds, workReady } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { emptyReport } from '@/lib/catalogue/import-report'
import { derivedId } from '@/lib/core/derived-id'
import { reasonOf } from '@/lib/core/describe-error'
import type { ShopId } from '@/lib/core/ids'
import { logger } from '@/lib/core/logger'
import { claimWork } from '@/lib/services/claim-work'
import type { Context } from '@/lib/services/context'
import { credentialHeaders } from './feed-credentials'
import { type Sleep, sleep } from './fetch-page'
import { importEntries } from './import-entries'
import { type ImportOutcome, keepImport } from './keep-import'
import { openFeed } from './open-feed'

/** Longer than a reading takes; after a crash the feed is read again then. */
const LEASE_SECONDS = 3600

/** Wait before try n+1 of a feed that couldn't be read, in minutes; never longer than the feed's own rhythm. */
const RETRY_MINUTES = [15, 60, 360] as const
const MINUTE_MS = 60_000

type FeedRow = typeof productFeeds.$inferSelect

/** The id of the work that reads a feed. */
export const feedWorkId = (shopId: string, feedId: string): string => derivedId(`${shopId}/feeds/${feedId}`)

const failed = (error: string): ImportOutcome => ({ report: emptyReport(), error })

async function read(context: Context, shopId: ShopId, feed: FeedRow, wait: Sleep): Promise<ImportOutcome> {
  const headers = credentialHeaders(context.keyring, shopId, feed.id, feed.credentials)
  if (!headers) return failed('what opens the feed was sealed under another secret: name it again')
  const opened = await openFeed(context, feed, headers, wait)
  if (!opened.ok) return failed(opened.error)
  if (opened.value.kind === 'unchanged') return 'unchanged'
  const { entries, etag, lastModified, close } = opened.value
  try {
    const imported = await importEntries(context, shopId, { source: feed.name, full: true }, entries)
    if (imported.error === null)
      await withShop(context.db, shopId, (tx) =>
        tx
          .update(productFeeds)
          .set({ etag, lastModified, fetchedAt: context.now() })
          .where(
            and(
              eq(productFeeds.shopId, shopId),
              eq(productFeeds.id, feed.id),
              // Settings that were written in the meantime read the feed anew.
              eq(productFeeds.updatedAt, feed.updatedAt),
            ),
          ),
      )
    return imported
  } finally {
    await close()
  }
}

const isFailure = (outcome: ImportOutcome): boolean => outcome !== 'unchanged' && outcome.error !== null

/**
 * Reads a feed when it is due, keeps the report, and puts itself down for the next time: after the feed's own rhythm, or sooner
 * where it couldn't be read.
 */
export async function runFeed(
  context: Context,
  shopId: ShopId,
  feedId: string,
  wait: Sleep = sleep,
): Promise<void> {
  const workId = feedWorkId(shopId, feedId)
  const claimed = await withShop(context.db, shopId, async (tx) => {
    if (!(await claimWork(tx, workId, context.now(), LEASE_SECONDS))) return null
    const [feed] = await tx
      .select()
      .from(productFeeds)
      .where(and(eq(productFeeds.shopId, shopId), eq(productFeeds.id, feedId)))
    if (!feed) {
      await tx.delete(workReady).where(eq(workReady.id, workId))
      return null
    }
    const [work] = await tx
      .select({ attempts: workReady.attempts })
      .from(workReady)
      .where(eq(workReady.id, workId))
    return { feed, attempts: work?.attempts ?? 0 }
  })
  if (!claimed) return
  const { feed, attempts } = claimed
  const outcome = await keepImport(context, shopId, feed.name, () => read(context, shopId, feed, wait)).catch(
    (error: unknown) => {
      if (isDatabaseAway(error)) throw error
      const reason = reasonOf(error)
      logger.error('feed not read', { shopId, feed: feed.name, reason })
      return failed(reason)
    },
  )
  const retry = isFailure(outcome) ? (RETRY_MINUTES[attempts] ?? feed.everyMinutes) : feed.everyMinutes
  const minutes = Math.min(retry, feed.everyMinutes)
  await withShop(context.db, shopId, async (tx) => {
    const [present] = await tx
      .select({ updatedAt: productFeeds.updatedAt })
      .from(productFeeds)
      .where(and(eq(productFeeds.shopId, shopId), eq(productFeeds.id, feedId)))
    // Settings that were written in the meantime are read at once.
    const isAsItWas = present?.updatedAt.getTime() === feed.updatedAt.getTime()
    const now = context.now()
    await tx
      .update(workReady)
      .set({
        dueAt: isAsItWas ? new Date(now.getTime() + minutes * MINUTE_MS) : now,
        attempts: isFailure(outcome) ? attempts + 1 : 0,
      })
      .where(eq(workReady.id, workId))
  })
}
