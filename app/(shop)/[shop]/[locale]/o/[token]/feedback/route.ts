import { documentHandler } from '@/app/_server/document-handler'
import { leaveFeedback, takeFeedback } from '@/app/_server/pages/feedback'

export const GET = documentHandler(leaveFeedback)
export const POST = documentHandler(takeFeedback)
