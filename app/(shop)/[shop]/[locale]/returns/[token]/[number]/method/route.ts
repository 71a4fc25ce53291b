import { documentHandler } from '@/app/_server/document-handler'
import { showMethod, takeMethod } from '@/app/_server/pages/return/method'

export const GET = documentHandler(showMethod)
export const POST = documentHandler(takeMethod)
