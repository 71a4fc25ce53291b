import { documentHandler } from '@/app/_server/document-handler'
import { messageDocument } from '@/app/_server/message-document'

const nothingHere = documentHandler<{ shop: string; locale: string; rest: string[] }>(
  async ({ request, shop, locale }) => messageDocument(request, 'notFound', { shop, locale }),
)

export { nothingHere as GET, nothingHere as POST }
