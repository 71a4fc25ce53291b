import { documentHandler } from '@/app/_server/document-handler'
import { showStep } from '@/app/_server/pages/returns/show-step'
import { takeStep } from '@/app/_server/pages/returns/take-step'

export const GET = documentHandler(showStep, 'embedded')
export const POST = documentHandler(takeStep, 'embedded')
