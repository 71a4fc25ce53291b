import { createHash } from 'node:crypto'
import { derivedId } from '@/lib/core/derived-id'

/** The id under which we keep our copy of a picture. */
export const mediaId = (sourceUrl: string): string =>
  createHash('sha256').update(sourceUrl).digest('hex').slice(0, 32)

/** The id of the work that fetches it: one per shop and picture, however many orders name it. */
export const mediaWorkId = (shopId: string, id: string): string => derivedId(`${shopId}/${id}`)
