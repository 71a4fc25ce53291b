import { documentHandler } from '@/app/_server/document-handler'
import { showChoice, takeChoice } from '@/app/_server/pages/return/choice'

export const GET = documentHandler(showChoice, 'embedded')
export const POST = documentHandler(takeChoice, 'embedded')
