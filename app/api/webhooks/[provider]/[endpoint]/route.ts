import { after } from 'next/server'
import { answerWebhook } from '@/app/_server/answer-webhook'
import { apiHandler } from '@/app/_server/api-handler'
import { readBody } from '@/app/_server/read-body'
import { getContext } from '@/lib/context'
import { WEBHOOK_LIMIT_BYTES } from '@/lib/services/ingest-webhook'
import { processInbox } from '@/lib/services/process-inbox'

export const POST = apiHandler<{ provider: string; endpoint: string }>(
  async (request, { provider, endpoint }) => {
    const body = await readBody(request, WEBHOOK_LIMIT_BYTES)
    const delivery = { provider, endpointId: endpoint, headers: request.headers, body }
    const { response, work } = await answerWebhook(getContext, delivery)
    if (work) after(async () => processInbox(await getContext(), work.shopId, work.inboxId))
    return response
  },
)
