import { and, asc, eq, lte, ne, type SQL } from 'drizzle-orm'
import { isDatabaseAway } from '@/db/database-away'
import { workReady } from '@/db/schema'
import type { WorkKind } from '@/db/schema/lookups'
import { reasonOf } from '@/lib/core/describe-error'
import { parseShopId, type ShopId } from '@/lib/core/ids'
import { logger } from '@/lib/core/logger'
import { runCareClock } from './care/run-care-clock'
import { runFeed } from './catalogue/run-feed'
import type { Context } from './context'
import { fetchMedia } from './fetch-media'
import { processInbox } from './process-inbox'
import { runBasketWork } from './recommend/run-basket-work'
import { runLabelWork } from './returns/labels/run-label-work'
import { runPaymentWork } from './returns/money/run-payment-work'
import { runReturnClock } from './returns/run-return-clock'
import { runMessageWork } from './run-message-work'

/** Fresh work belongs to the request that stored it; what is older than this was left behind. */
const LEFT_BEHIND_MS = 2_000
const BATCH = 100

/** So many at a time: one slow picture doesn't hold up the deliveries behind it. */
const LANES = 4

/** A piece that fails steps back this far in the queue, so that nobody waits behind it. */
const STEP_BACK_MS = 60_000

type Piece = typeof workReady.$inferSelect

const WORKERS = {
  basket: runBasketWork,
  care: runCareClock,
  feed: runFeed,
  inbox: processInbox,
  label: runLabelWork,
  media: fetchMedia,
  message: runMessageWork,
  payment: runPaymentWork,
  return: runReturnClock,
} as const satisfies Record<WorkKind, (context: Context, shopId: ShopId, subject: string) => Promise<void>>

async function take(context: Context, { id, shopId, kind, subject, attempts }: Piece): Promise<void> {
  try {
    await WORKERS[kind](context, parseShopId(shopId), subject)
  } catch (error) {
    if (isDatabaseAway(error)) throw error
    logger.error('work failed', {
      kind,
      subject,
      reason: reasonOf(error),
    })
    const dueAt = new Date(context.now().getTime() + STEP_BACK_MS)
    await context.db
      .update(workReady)
      .set({ dueAt, attempts: attempts + 1 })
      .where(eq(workReady.id, id))
  }
}

async function sweepOf(context: Context, which: SQL, lanesAtMost: number): Promise<number> {
  const before = new Date(context.now().getTime() - LEFT_BEHIND_MS)
  const due = await context.db
    .select()
    .from(workReady)
    .where(and(lte(workReady.dueAt, before), which))
    .orderBy(asc(workReady.dueAt))
    .limit(BATCH)
  const pieces = due.values()
  const lane = async () => {
    for (const piece of pieces) await take(context, piece)
  }
  const lanes = await Promise.allSettled(Array.from({ length: lanesAtMost }, lane))
  const failed = lanes.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  return due.length
}

/**
 * Does what is due and was left behind: by a crash between the 2xx and the projection, or by a failed try. Two sweepers may meet:
 * each piece of work locks its own row and is done once. Returns how many pieces it took; throws while the database is away.
 */
export const sweep = (context: Context): Promise<number> =>
  sweepOf(context, ne(workReady.kind, 'feed'), LANES)

/** Reads the shops' feeds that are due, one after the other: minutes that nothing else has to wait for. */
export const sweepFeeds = (context: Context): Promise<number> =>
  sweepOf(context, eq(workReady.kind, 'feed'), 1)
