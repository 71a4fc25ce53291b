import { documentHandler } from '@/app/_server/document-handler'
import { showDraftFile } from '@/app/_server/pages/returns/draft-file'

export const GET = documentHandler(showDraftFile, 'embedded')
