import { documentHandler } from '@/app/_server/document-handler'
import { showNewsletter, takeNewsletter } from '@/app/_server/pages/consent/newsletter'

export const GET = documentHandler(showNewsletter)
export const POST = documentHandler(takeNewsletter)
