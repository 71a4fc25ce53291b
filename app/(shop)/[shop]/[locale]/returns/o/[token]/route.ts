import { documentHandler } from '@/app/_server/document-handler'
import { showOrderItems, takeOrderItems } from '@/app/_server/pages/returns/order-items'

export const GET = documentHandler(showOrderItems)
export const POST = documentHandler(takeOrderItems)
