import { after } from 'next/server'
import { apiHandler } from '@/app/_server/api-handler'
import { problem } from '@/app/_server/problem'
import { readBody } from '@/app/_server/read-body'
import { getContext } from '@/lib/context'
import { ingestWebhook, WEBHOOK_LIMIT_BYTES } from '@/lib/services/ingest-webhook'
import { processInbox } from '@/lib/services/process-inbox'

export const POST = apiHandler<{ provider: string; endpoint: string }>(async (request, { provider, endpoint }) => {
  const body = await readBody(request, WEBHOOK_LIMIT_BYTES)
  if (!body) return problem('too_large', { detail: `At most ${WEBHOOK_LIMIT_BYTES} bytes.` })
  const context = await getContext()
  const taken = await ingestWebhook(context, { provider, endpointId: endpoint, headers: request.headers, body })
  if (!taken.ok) return problem(taken.error.code, 'detail' in taken.error ? { detail: taken.error.detail } : {})
  const { status, duplicate, work } = taken.value
  if (work) after(() => processInbox(context, work.shopId, work.inboxId))
  return Response.json({ received: true, duplicate }, { status })
})
