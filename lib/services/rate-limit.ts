import { and, eq, lte, sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { rateLimits } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import {
  type RatePolicy,
  type RateState,
  rateState,
  shareMs,
  TOLERANCE_MS,
  windowMs,
} from '@/lib/api/rate-limit'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from './context'

/** What this process knows of a client. */
type Client = {
  /** When the whole quota is there again, as the database last said (ms since the epoch). */
  fullAt: number
  /** Requests that are paid in the database and still to be made here. */
  held: number
  /** Until then the database would refuse. */
  refusedUntil: number
  /** One at a time asks the database. */
  asking: Promise<void> | null
}

const clients = new LRUCache<string, Client>({ max: 20_000 })

/** A second's worth at a time, so that a hot client doesn't ask the database at each request. */
const batchOf = ({ quota, windowSeconds }: RatePolicy): number =>
  Math.max(1, Math.floor(quota / windowSeconds))

type Subject = { shopId: ShopId; subjectHash: string }

/** Takes `cost` requests in one statement; null when there aren't as many. */
async function pay(
  tx: ShopTx,
  { shopId, subjectHash }: Subject,
  policy: RatePolicy,
  now: Date,
  cost: number,
) {
  const paid = sql`${cost * shareMs(policy)} * interval '1 millisecond'`
  const from = sql`greatest(${rateLimits.fullAt}, ${now.toISOString()}::timestamptz)`
  const limit = new Date(now.getTime() + windowMs(policy) + TOLERANCE_MS).toISOString()
  const [row] = await tx
    .insert(rateLimits)
    .values({ shopId, subjectHash, fullAt: new Date(now.getTime() + cost * shareMs(policy)) })
    .onConflictDoUpdate({
      target: [rateLimits.shopId, rateLimits.subjectHash],
      set: { fullAt: sql`${from} + ${paid}` },
      setWhere: sql`${from} + ${paid} <= ${limit}::timestamptz`,
    })
    .returning({ fullAt: rateLimits.fullAt })
  return row?.fullAt.getTime() ?? null
}

const readFullAt = async (tx: ShopTx, { shopId, subjectHash }: Subject): Promise<number> => {
  const [row] = await tx
    .select({ fullAt: rateLimits.fullAt })
    .from(rateLimits)
    .where(and(eq(rateLimits.shopId, shopId), eq(rateLimits.subjectHash, subjectHash)))
  return row?.fullAt.getTime() ?? 0
}

/** Fills up what a client may do here, or learns until when it may do nothing. */
async function ask(
  { db }: Context,
  subject: Subject,
  policy: RatePolicy,
  client: Client,
  now: Date,
): Promise<void> {
  const at = now.getTime()
  const batch = batchOf(policy)
  await withShop(db, subject.shopId, async (tx) => {
    let cost = batch
    let fullAt = await pay(tx, subject, policy, now, cost)
    if (fullAt === null && batch > 1) {
      // The rest of a quota is smaller than a batch.
      cost = rateState(policy, await readFullAt(tx, subject), at).remaining
      fullAt = cost > 0 ? await pay(tx, subject, policy, now, cost) : null
    }
    if (fullAt !== null) return { fullAt, held: cost, refusedUntil: 0 }
    const known = await readFullAt(tx, subject)
    return {
      fullAt: known,
      held: 0,
      refusedUntil: Math.max(known + shareMs(policy) - windowMs(policy), at + 1),
    }
  }).then((learned) => Object.assign(client, learned))
}

/**
 * Counts one request of a client against a policy, for all instances together, and says what is left to it. Each process pays in
 * batches of a second's worth and remembers a refusal, so most requests ask no database. Throws while the database is away.
 */
export async function countRequest(
  context: Context,
  shopId: ShopId,
  policy: RatePolicy,
  client: string,
): Promise<RateState> {
  const subject = {
    shopId,
    subjectHash: context.keyring.keyedHash(`rate:${policy.name}`, `${shopId}/${client}`),
  }
  const known: Client = clients.get(subject.subjectHash) ?? {
    fullAt: 0,
    held: 0,
    refusedUntil: 0,
    asking: null,
  }
  clients.set(subject.subjectHash, known)
  for (;;) {
    const now = context.now()
    if (known.held > 0) {
      known.held--
      return { ...rateState(policy, known.fullAt, now.getTime(), known.held), retryAfterSeconds: null }
    }
    if (now.getTime() < known.refusedUntil) {
      const state = rateState(policy, known.fullAt, now.getTime())
      return { ...state, remaining: 0, retryAfterSeconds: state.retryAfterSeconds ?? 1 }
    }
    known.asking ??= ask(context, subject, policy, known, now).finally(() => {
      known.asking = null
    })
    await known.asking
  }
}

/** Removes the clients whose whole quota is there again. */
export const forgetClients = (tx: ShopTx, shopId: ShopId, now: Date) =>
  tx.delete(rateLimits).where(and(eq(rateLimits.shopId, shopId), lte(rateLimits.fullAt, now)))
