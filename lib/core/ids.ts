import { uuidv7 } from 'uuidv7'
import { z } from 'zod'

/** A shop's UUID after validation: the only form that may reach a SQL literal. */
export const shopIdSchema = z.uuid().brand<'ShopId'>()
export type ShopId = z.infer<typeof shopIdSchema>

/** Parses a shop id; throws when the text is no UUID. */
export const parseShopId = (text: string): ShopId => shopIdSchema.parse(text)

/** A time-ordered UUIDv7, made in the application so that no database needs a sequence. */
export const newId = (): string => uuidv7()
