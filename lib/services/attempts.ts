import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import { attempts } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Keyring } from '@/lib/core/keyring'

/** How often something may fail within a window of seconds. */
type Limit = { id: string; windowSeconds: number; max: number }

/** A German postcode has about 8,200 values: 20 tries a day on one order guess it in 0.25 % of days. */
export const LOOK_UP_LIMITS = {
  order: [
    { id: 'order-quarter', windowSeconds: 15 * 60, max: 5 },
    { id: 'order-day', windowSeconds: 24 * 3600, max: 20 },
  ],
  address: [{ id: 'address-hour', windowSeconds: 3600, max: 30 }],
} as const satisfies Record<string, readonly Limit[]>

export type AttemptSubject = { limits: readonly Limit[]; text: string }

const DAY_MS = 24 * 3600 * 1000

/** Counters of an attempt: opaque until it is settled. */
export type Attempt = {
  /** Seconds until the tightest window ends; null while every count is within its limit. */
  retryAfterSeconds: number | null
  counted: { subjectHash: string; windowStart: Date }[]
}

const subjectHash = (keyring: Keyring, shopId: ShopId, limit: Limit, text: string): string =>
  keyring.keyedHash(`attempt:${limit.id}`, `${shopId}/${text}`)

/** Counts an attempt before it is judged, so that many at once can't slip through together. */
export async function countAttempt(
  tx: ShopTx,
  keyring: Keyring,
  shopId: ShopId,
  subjects: readonly AttemptSubject[],
  now: Date,
): Promise<Attempt> {
  const rows = subjects.flatMap(({ limits, text }) =>
    limits.map((limit) => {
      const length = limit.windowSeconds * 1000
      const windowStart = new Date(Math.floor(now.getTime() / length) * length)
      return { limit, subjectHash: subjectHash(keyring, shopId, limit, text), windowStart }
    }),
  )
  const counted = await tx
    .insert(attempts)
    .values(rows.map(({ subjectHash, windowStart }) => ({ shopId, subjectHash, windowStart, count: 1 })))
    .onConflictDoUpdate({
      target: [attempts.shopId, attempts.subjectHash, attempts.windowStart],
      set: { count: sql`${attempts.count} + 1` },
    })
    .returning({ subjectHash: attempts.subjectHash, count: attempts.count })
  const counts = new Map(counted.map(({ subjectHash, count }) => [subjectHash, count]))
  const waits = rows
    .filter(({ limit, subjectHash }) => (counts.get(subjectHash) ?? 0) > limit.max)
    .map(({ limit, windowStart }) =>
      Math.ceil((windowStart.getTime() + limit.windowSeconds * 1000 - now.getTime()) / 1000),
    )
  return { retryAfterSeconds: waits.length > 0 ? Math.max(...waits) : null, counted: rows }
}

/** A success doesn't count against the limits. */
export async function forgiveAttempt(tx: ShopTx, shopId: ShopId, attempt: Attempt): Promise<void> {
  for (const { subjectHash, windowStart } of attempt.counted)
    await tx
      .update(attempts)
      .set({ count: sql`${attempts.count} - 1` })
      .where(
        and(
          eq(attempts.shopId, shopId),
          eq(attempts.subjectHash, subjectHash),
          eq(attempts.windowStart, windowStart),
        ),
      )
}

/** Removes counters whose windows are over. */
export const forgetAttempts = (tx: ShopTx, shopId: ShopId, now: Date) =>
  tx
    .delete(attempts)
    .where(and(eq(attempts.shopId, shopId), lt(attempts.windowStart, new Date(now.getTime() - 2 * DAY_MS))))

/** Removes every counter of one subject; answers how many there were. */
export async function forgetAttemptsOf(
  tx: ShopTx,
  keyring: Keyring,
  shopId: ShopId,
  { limits, text }: AttemptSubject,
): Promise<number> {
  const hashes = limits.map((limit) => subjectHash(keyring, shopId, limit, text))
  const gone = await tx
    .delete(attempts)
    .where(and(eq(attempts.shopId, shopId), inArray(attempts.subjectHash, hashes)))
    .returning({ subjectHash: attempts.subjectHash })
  return gone.length
}
