import { and, eq, lte } from 'drizzle-orm'
import { z } from 'zod'
import { idempotencyKeys } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import { idempotencyStep, isKept, KEPT_SECONDS, RUN_SECONDS } from '@/lib/api/idempotency'
import { newId, type ShopId } from '@/lib/core/ids'
import { logger } from '@/lib/core/logger'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Context } from './context'

const answerSchema = z.object({
  status: z.number(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
})

/** An answer as it can be kept. */
export type KeptAnswer = z.infer<typeof answerSchema>

export type Repeatable = {
  /** What the key is for: the same key at another address is another one. */
  route: string
  key: string
  /** SHA-256 of the body's bytes. */
  bodyHash: string
}

export type RepeatError =
  /** The key was used with another body. */
  | { code: 'idempotency_key_reused' }
  /** The same request is not answered yet. */
  | { code: 'idempotency_key_running' }

type Started = { kind: 'run'; attemptId: string } | { kind: 'replay'; sealedAnswer: string }
type Row = { keyHash: string; requestHash: string }

const rowOf = (shopId: ShopId, keyHash: string) =>
  and(eq(idempotencyKeys.shopId, shopId), eq(idempotencyKeys.keyHash, keyHash))

const ownerOf = (shopId: ShopId, keyHash: string) => `${shopId}/idempotency/${keyHash}`

/** Claims a key, or says what stands in the way. */
async function start({ db, now }: Context, shopId: ShopId, { keyHash, requestHash }: Row) {
  const at = now()
  const claim = {
    requestHash,
    attemptId: newId(),
    runningUntil: new Date(at.getTime() + RUN_SECONDS * 1000),
    status: null,
    sealedAnswer: null,
    expiresAt: new Date(at.getTime() + KEPT_SECONDS * 1000),
  }
  return withShop(db, shopId, async (tx): Promise<Result<Started, RepeatError>> => {
    const [claimed] = await tx
      .insert(idempotencyKeys)
      .values({ shopId, keyHash, ...claim })
      .onConflictDoNothing({ target: [idempotencyKeys.shopId, idempotencyKeys.keyHash] })
      .returning({ keyHash: idempotencyKeys.keyHash })
    if (claimed) return ok({ kind: 'run', attemptId: claim.attemptId })
    const [held] = await tx.select().from(idempotencyKeys).where(rowOf(shopId, keyHash)).for('update')
    const step = held ? idempotencyStep(held, requestHash, at) : 'running'
    if (step === 'other_body') return fail({ code: 'idempotency_key_reused' })
    if (step === 'running') return fail({ code: 'idempotency_key_running' })
    if (step === 'replay' && held?.sealedAnswer)
      return ok({ kind: 'replay', sealedAnswer: held.sealedAnswer })
    await tx.update(idempotencyKeys).set(claim).where(rowOf(shopId, keyHash))
    return ok({ kind: 'run', attemptId: claim.attemptId })
  })
}

/** Writes the answer down, or gives the key back where there is none worth keeping. */
async function finish(
  { db, keyring }: Context,
  shopId: ShopId,
  keyHash: string,
  attemptId: string,
  answer: KeptAnswer | null,
): Promise<void> {
  const mine = and(rowOf(shopId, keyHash), eq(idempotencyKeys.attemptId, attemptId))
  await withShop(db, shopId, async (tx) => {
    if (!answer || !isKept(answer.status)) return tx.delete(idempotencyKeys).where(mine)
    const sealedAnswer = keyring.seal(ownerOf(shopId, keyHash), JSON.stringify(answer))
    return tx.update(idempotencyKeys).set({ status: answer.status, sealedAnswer }).where(mine)
  })
}

/**
 * Does a request once: sent again with the same key and body within 24 hours it gets the same answer, from whichever instance.
 * Answers of 500 and above aren't kept. A process that dies between its deed and the answer leaves the key claimed for a minute;
 * after that the request runs anew, so a deed is done at least once, and twice only then.
 */
export async function answerOnce(
  context: Context,
  shopId: ShopId,
  { route, key, bodyHash }: Repeatable,
  run: () => Promise<KeptAnswer>,
): Promise<Result<{ answer: KeptAnswer; replayed: boolean }, RepeatError>> {
  const { keyring } = context
  const keyHash = keyring.keyedHash('idempotency:key', `${shopId} ${route} ${key}`)
  const requestHash = keyring.keyedHash('idempotency:body', bodyHash)
  const started = await start(context, shopId, { keyHash, requestHash })
  if (!started.ok) return started
  if (started.value.kind === 'replay') {
    const answer = answerSchema.parse(
      JSON.parse(keyring.open(ownerOf(shopId, keyHash), started.value.sealedAnswer)),
    )
    return ok({ answer, replayed: true })
  }
  const { attemptId } = started.value
  let answer: KeptAnswer | null = null
  try {
    answer = await run()
    return ok({ answer, replayed: false })
  } finally {
    // What is done is done: the client hears of it also where it can't be written down.
    await finish(context, shopId, keyHash, attemptId, answer).catch((error: unknown) =>
      logger.error('an answer could not be kept', {
        reason: error instanceof Error ? error.message : String(error),
      }),
    )
  }
}

/** Removes the keys whose time is over. */
export const forgetKeys = (tx: ShopTx, shopId: ShopId, now: Date) =>
  tx
    .delete(idempotencyKeys)
    .where(and(eq(idempotencyKeys.shopId, shopId), lte(idempotencyKeys.expiresAt, now)))
