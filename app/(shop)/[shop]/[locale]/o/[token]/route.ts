import { documentHandler } from '@/app/_server/document-handler'
import { showOrder } from '@/app/_server/pages/order'

export const GET = documentHandler(showOrder)
