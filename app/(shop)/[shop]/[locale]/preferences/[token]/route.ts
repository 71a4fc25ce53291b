import { documentHandler } from '@/app/_server/document-handler'
import { showPreferences, takePreferences } from '@/app/_server/pages/consent/preferences'

export const GET = documentHandler(showPreferences)
export const POST = documentHandler(takePreferences)
