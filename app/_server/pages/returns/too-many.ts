import type { Page } from '@/app/_server/document-handler'
import { messageDocument } from '@/app/_server/message-document'

/** After too many attempts: how long to wait. */
export const tooMany = (
  { request, shop, locale, stand }: Page,
  { retryAfterSeconds }: { retryAfterSeconds: number },
): Promise<Response> =>
  messageDocument(request, 'tooMany', {
    shop,
    locale,
    stand,
    minutes: Math.ceil(retryAfterSeconds / 60),
    headers: { 'retry-after': String(retryAfterSeconds) },
  })
