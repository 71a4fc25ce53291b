import { documentHandler } from '@/app/_server/document-handler'
import { showCancel, takeCancel } from '@/app/_server/pages/return/cancel'

export const GET = documentHandler(showCancel, 'embedded')
export const POST = documentHandler(takeCancel, 'embedded')
