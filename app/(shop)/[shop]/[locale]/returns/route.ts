import { documentHandler } from '@/app/_server/document-handler'
import { showFindOrder, takeFindOrder } from '@/app/_server/pages/returns/find-order'

export const GET = documentHandler(showFindOrder)
export const POST = documentHandler(takeFindOrder)
