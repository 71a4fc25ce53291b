import { documentHandler } from '@/app/_server/document-handler'
import { showWishes, takeWishes } from '@/app/_server/pages/care/wishes'

export const GET = documentHandler(showWishes)
export const POST = documentHandler(takeWishes)
