import { documentHandler } from '@/app/_server/document-handler'
import { showContest, takeContest } from '@/app/_server/pages/return/contest'

export const GET = documentHandler(showContest, 'embedded')
export const POST = documentHandler(takeContest, 'embedded')
