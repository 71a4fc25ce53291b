import { z } from 'zod'

/** Words of the merchant's in the page's language; null: ours stand, or nothing does. */
export const text = (longest: number) => z.string().trim().min(1).max(longest).nullable().default(null)
