import { z } from 'zod'

/** What a bulk write of variants answers. */
export const writtenVariantsSchema = z
  .strictObject({ written: z.int().describe('How many variants the request named.') })
  .meta({ id: 'WrittenVariants' })

/** Gifts' codes, told once. */
export const giftCodesSchema = z
  .strictObject({
    number: z.string().describe('The order’s number.'),
    codes: z
      .array(z.string())
      .describe('Lay one into each parcel with a present. They are told in this answer alone.'),
  })
  .meta({ id: 'GiftCodes' })
