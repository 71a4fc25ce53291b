import { documentHandler } from '@/app/_server/document-handler'
import { nothingHere } from '@/app/_server/pages/nothing-here'

const nothing = documentHandler(nothingHere)

export { nothing as GET, nothing as POST }
