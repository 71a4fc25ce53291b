import { z } from 'zod'
import { text } from './text'
import { webAddress } from './web-address'

/** A shop with a door. */
export const storeSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  /** On one line. */
  address: z.string().trim().min(1).max(200),
  hours: text(200),
  link: webAddress.nullable().default(null),
})
export type Store = z.output<typeof storeSchema>
