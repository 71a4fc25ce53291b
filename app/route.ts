import { failed } from '@/app/_server/document-handler'
import { messageDocument } from '@/app/_server/message-document'
import { whoseHost } from '@/app/_server/whose-host'

/** Nobody's page: shops have addresses of their own, and our proxy leads every address of an unknown host here. */
async function nobodysPage(request: Request): Promise<Response> {
  try {
    // While the database is away a host is not unknown: asking once more says so.
    await whoseHost(request.headers)
    return await messageDocument(request, 'unknownShop', { shop: null, locale: null })
  } catch (error) {
    return failed(request, error)
  }
}

export { nobodysPage as GET, nobodysPage as POST }
