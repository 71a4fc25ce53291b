import type { Page } from '@/app/_server/document-handler'
import { messageDocument } from '@/app/_server/message-document'

/** Every address below a shop that is no page. */
export const nothingHere = ({ request, shop, locale, stand }: Page): Promise<Response> =>
  messageDocument(request, 'notFound', { shop, locale, stand })
