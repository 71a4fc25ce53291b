import { documentHandler } from '@/app/_server/document-handler'
import { nothingHere } from '@/app/_server/pages/nothing-here'

const nothing = documentHandler(nothingHere, 'embedded')

export { nothing as GET, nothing as POST }
