import { documentHandler } from '@/app/_server/document-handler'
import { showConfirm, takeConfirm } from '@/app/_server/pages/consent/confirm'

export const GET = documentHandler(showConfirm, 'embedded')
export const POST = documentHandler(takeConfirm, 'embedded')
