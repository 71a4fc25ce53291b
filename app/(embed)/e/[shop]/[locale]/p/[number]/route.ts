import { documentHandler } from '@/app/_server/document-handler'
import { showParcel } from '@/app/_server/pages/parcel'

export const GET = documentHandler(showParcel, 'embedded')
