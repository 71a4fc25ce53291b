import { and, eq } from 'drizzle-orm'
import { readReturnSettings } from '@/db/queries/read-return-settings'
import { outbox, workReady } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { logger } from '@/lib/core/logger'
import { webhookUrlOf } from '@/lib/returns/settings'
import { signRequest } from '@/lib/webhooks/sign'
import { claimWork } from './claim-work'
import type { Context } from './context'
import { openReturnSecrets } from './returns/return-secrets'

const TIMEOUT_MS = 15_000
const LIMIT_BYTES = 1_000_000
const LEASE_SECONDS = 60

/**
 * Wait before try n+1, in seconds, just over three days together:
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#deliverability-and-reliability
 */
const RETRY_SECONDS = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const

/** The receiver wants nothing more at this address. */
const GONE = 410

type Message = typeof outbox.$inferSelect
type Post = { message: Message; url: string; secret: string }
type Outcome = { state: 'sent' } | { state: 'due' | 'failed'; error: string }

const mine = (shopId: ShopId, id: string) => and(eq(outbox.shopId, shopId), eq(outbox.id, id))

/** What has to be posted where; a shop that took its address or secret away meanwhile has the try counted as failed. */
async function take(
  { keyring }: Context,
  tx: ShopTx,
  shopId: ShopId,
  id: string,
): Promise<Post | { message: Message; outcome: Outcome } | null> {
  const [message] = await tx.select().from(outbox).where(mine(shopId, id))
  if (message?.state !== 'due') return null
  const { settings, secrets } = await readReturnSettings(tx, shopId)
  const url = webhookUrlOf(settings)
  const { webhook: secret } = openReturnSecrets(keyring, shopId, secrets)
  if (url === null)
    return { message, outcome: { state: 'due', error: 'the shop has no address for webhooks' } }
  if (!secret) return { message, outcome: { state: 'due', error: 'the shop has no secret to sign webhooks' } }
  return { message, url, secret }
}

async function post({ now, fetch }: Context, { message, url, secret }: Post): Promise<Outcome> {
  const body = Buffer.from(
    JSON.stringify({
      type: `${message.subjectType}.${message.milestone}`,
      timestamp: message.createdAt.toISOString(),
      data: message.payload,
    }),
  )
  const signed = signRequest({ kind: 'standard-webhooks' }, body, {
    secret,
    id: `msg_${message.id}`,
    now: now(),
  })
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...signed, 'content-type': 'application/json' },
    body,
    maxBytes: LIMIT_BYTES,
    timeoutMs: TIMEOUT_MS,
    accept: '*/*',
  })
  if (!answer.ok) return { state: 'due', error: answer.error }
  const { status } = answer.value
  if (status >= 200 && status < 300) return { state: 'sent' }
  return { state: status === GONE ? 'failed' : 'due', error: `http_${status}` }
}

async function note(tx: ShopTx, shopId: ShopId, id: string, outcome: Outcome, now: Date): Promise<void> {
  const [row] = await tx.select().from(outbox).where(mine(shopId, id)).for('update')
  if (row?.state !== 'due') {
    await tx.delete(workReady).where(eq(workReady.id, id))
    return
  }
  const tries = row.tries + 1
  const wait = outcome.state === 'due' ? RETRY_SECONDS[tries - 1] : undefined
  if (wait !== undefined && outcome.state === 'due') {
    await tx.update(outbox).set({ tries, error: outcome.error }).where(mine(shopId, id))
    const dueAt = new Date(now.getTime() + wait * 1000)
    await tx.update(workReady).set({ dueAt, attempts: tries }).where(eq(workReady.id, id))
    return
  }
  await tx
    .update(outbox)
    .set(
      outcome.state === 'sent'
        ? { state: 'sent', tries, error: null, sentAt: now }
        : { state: 'failed', tries, error: outcome.error },
    )
    .where(mine(shopId, id))
  await tx.delete(workReady).where(eq(workReady.id, id))
}

/**
 * Posts one message to the shop's address, signed after Standard Webhooks and with the same id on every try. What isn't taken
 * with a 2xx is tried again for three days, then it is `failed` and waits for `resendMessage`.
 */
export async function runMessageWork(context: Context, shopId: ShopId, messageId: string): Promise<void> {
  const taken = await withShop(context.db, shopId, async (tx) => {
    if (!(await claimWork(tx, messageId, context.now(), LEASE_SECONDS))) return null
    const found = await take(context, tx, shopId, messageId)
    if (!found) await tx.delete(workReady).where(eq(workReady.id, messageId))
    return found
  })
  if (!taken) return
  const outcome = 'outcome' in taken ? taken.outcome : await post(context, taken)
  if (outcome.state !== 'sent') logger.warn('message not taken', { shopId, messageId, reason: outcome.error })
  await withShop(context.db, shopId, (tx) => note(tx, shopId, messageId, outcome, context.now()))
}
