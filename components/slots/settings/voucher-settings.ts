import { z } from 'zod'

/** A code of the shop's; amounts in minor units, shares in hundredths of a percent (1000 is 10 %). */
export const voucherSettings = z
  .strictObject({
    code: z.string().trim().min(1).max(40),
    kind: z.enum(['percent', 'amount']),
    value: z.number().int().min(1).max(100_000_000),
    currency: z.string().regex(/^[A-Z]{3}$/, 'is a currency like EUR'),
    minimum: z.number().int().min(0).max(100_000_000).default(0),
    validUntil: z.iso.date().nullable().default(null),
  })
  .refine(({ kind, value }) => kind === 'amount' || value <= 10_000, {
    path: ['value'],
    message: 'is at most 10000 (100 %)',
  })
