import { documentHandler } from '@/app/_server/document-handler'
import { showReturn } from '@/app/_server/pages/return/show-return'

export const GET = documentHandler(showReturn)
