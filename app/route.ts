import { messageDocument } from '@/app/_server/message-document'

/** Nobody's page: shops have addresses of their own. */
export const GET = (request: Request): Promise<Response> =>
  messageDocument(request, 'unknownShop', { shop: null, locale: null })
