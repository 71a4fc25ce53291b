import type { Context } from '@/lib/services/context'
import {
  type Accepted,
  type Delivery,
  ingestWebhook,
  WEBHOOK_LIMIT_BYTES,
} from '@/lib/services/ingest-webhook'
import { problem } from './problem'

/** A delivery as a host read it; `body` is null where it was longer than a webhook may be. */
export type ReadDelivery = Omit<Delivery, 'body'> & { body: Uint8Array | null }

export type AnsweredWebhook = {
  response: Response
  /** To be processed once the answer is out. */
  work: Accepted['work']
}

/** Takes a delivery and says what to answer: the same from the route and from the process for volume. */
export async function answerWebhook(
  getContext: () => Promise<Context>,
  { body, ...delivery }: ReadDelivery,
): Promise<AnsweredWebhook> {
  if (!body)
    return { response: problem('too_large', { detail: `At most ${WEBHOOK_LIMIT_BYTES} bytes.` }), work: null }
  const taken = await ingestWebhook(await getContext(), { ...delivery, body })
  if (!taken.ok) {
    const options = 'detail' in taken.error ? { detail: taken.error.detail } : {}
    return { response: problem(taken.error.code, options), work: null }
  }
  const { status, duplicate, work } = taken.value
  return { response: Response.json({ received: true, duplicate }, { status }), work }
}
