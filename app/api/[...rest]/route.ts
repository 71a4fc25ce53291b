import { problem } from '@/app/_server/problem'

const nothingHere = () => problem('not_found')

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
}
