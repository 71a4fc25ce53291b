import { documentHandler } from '@/app/_server/document-handler'
import { showLookUp, takeLookUp } from '@/app/_server/pages/look-up'

export const GET = documentHandler(showLookUp)
export const POST = documentHandler(takeLookUp)
