import { documentHandler } from '@/app/_server/document-handler'
import { showAddress, takeAddress } from '@/app/_server/pages/care/address'

export const GET = documentHandler(showAddress)
export const POST = documentHandler(takeAddress)
