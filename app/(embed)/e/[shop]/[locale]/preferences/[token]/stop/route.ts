import { documentHandler } from '@/app/_server/document-handler'
import { showStop, takeStop } from '@/app/_server/pages/consent/stop'

export const GET = documentHandler(showStop, 'embedded')
export const POST = documentHandler(takeStop, 'embedded')
