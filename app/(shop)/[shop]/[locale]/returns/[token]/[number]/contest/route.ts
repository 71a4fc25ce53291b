import { documentHandler } from '@/app/_server/document-handler'
import { showContest, takeContest } from '@/app/_server/pages/return/contest'

export const GET = documentHandler(showContest)
export const POST = documentHandler(takeContest)
