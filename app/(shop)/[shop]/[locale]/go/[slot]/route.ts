import { documentHandler } from '@/app/_server/document-handler'
import { showGo } from '@/app/_server/pages/go'

export const GET = documentHandler(showGo)
