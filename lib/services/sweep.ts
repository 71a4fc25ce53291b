import { asc, lte } from 'drizzle-orm'
import { workReady } from '@/db/schema'
import type { WorkKind } from '@/db/schema/lookups'
import { parseShopId, type ShopId } from '@/lib/core/ids'
import type { Context } from './context'
import { fetchMedia } from './fetch-media'
import { processInbox } from './process-inbox'

/** Fresh work belongs to the request that stored it; what is older than this was left behind. */
const LEFT_BEHIND_MS = 2_000
const BATCH = 100

const WORKERS = {
  inbox: processInbox,
  media: fetchMedia,
} as const satisfies Record<WorkKind, (context: Context, shopId: ShopId, subject: string) => Promise<void>>

/**
 * Does what is due and was left behind: by a crash between the 2xx and the projection, or by a failed try. Two sweepers may meet:
 * each piece of work locks its own row and is done once. Returns how many pieces it took.
 */
export async function sweep(context: Context): Promise<number> {
  const before = new Date(context.now().getTime() - LEFT_BEHIND_MS)
  const due = await context.db.select().from(workReady).where(lte(workReady.dueAt, before)).orderBy(asc(workReady.dueAt)).limit(BATCH)
  for (const { shopId, kind, subject } of due) await WORKERS[kind](context, parseShopId(shopId), subject)
  return due.length
}
