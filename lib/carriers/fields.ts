import { z } from 'zod'

const trimmed = (value: string | number | boolean | null | undefined): string | null =>
  value === null || value === undefined || typeof value === 'boolean' ? null : String(value).trim() || null

/** Optional text: text or a number; empty, `null`, absent or a bare boolean is null. */
export const optionalText = z.union([z.string(), z.number(), z.boolean()]).nullish().transform(trimmed)

/** Longer than any carrier's number, short enough for an index. */
const NUMBER_LENGTH = 100

/** A parcel's number, the one thing without which a payload can't be attached to anything. Trimmed, otherwise as given. */
export const parcelNumber = z
  .union([z.string(), z.number()], { error: 'Expected the parcel’s number' })
  .transform((value) => String(value).trim())
  .pipe(z.string().min(1).max(NUMBER_LENGTH))

const TRUE = new Set(['true', '1', 'yes'])

/** Optional truth: `true`, `1` or the text of it; anything absent is false. */
export const optionalFlag = z
  .union([z.boolean(), z.string(), z.number()])
  .nullish()
  .transform((value) =>
    TRUE.has(
      String(value ?? '')
        .trim()
        .toLowerCase(),
    ),
  )

/** Optional list; `null` and absent are empty, `null` members are left out. */
export const optionalList = <T extends z.ZodType>(member: T) =>
  z
    .array(member.nullable())
    .nullish()
    .transform((list) => (list ?? []).filter((item): item is NonNullable<typeof item> => item !== null))
