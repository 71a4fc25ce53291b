import { z } from 'zod'
import { webAddress } from './web-address'

/** Where a slot leads, in words; null: nowhere. */
export const linkSetting = z
  .strictObject({ url: webAddress, label: z.string().trim().min(1).max(60) })
  .nullable()
  .default(null)
