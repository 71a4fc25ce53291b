import { documentHandler } from '@/app/_server/document-handler'
import { showCancel, takeCancel } from '@/app/_server/pages/return/cancel'

export const GET = documentHandler(showCancel)
export const POST = documentHandler(takeCancel)
