import { createHash } from 'node:crypto'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** The id under which we keep our copy of a picture. */
export const mediaId = (sourceUrl: string): string => hash(sourceUrl).slice(0, 32)

/** The id of the work that fetches it: one per shop and picture, however many orders name it. */
export function mediaWorkId(shopId: string, id: string): string {
  const hex = hash(`${shopId}/${id}`)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
