import { z } from 'zod'
import { entropyBits, LEAST_BITS } from './voucher-code'

/** Minor units of the rule's currency. */
const amount = z.int().min(0).max(1_000_000_000)

const codesSchema = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('pool'),
    pool: z.string().regex(/^[a-z0-9][a-z0-9-]{0,49}$/, 'has small letters, digits and hyphens'),
  }),
  z.strictObject({
    from: z.literal('generated'),
    pattern: z
      .string()
      .max(60)
      .regex(/^[A-Z0-9#-]+$/, 'has capital letters, digits, hyphens and # for what is drawn')
      .refine((pattern) => entropyBits(pattern) >= LEAST_BITS, 'needs at least ten # or codes can be guessed')
      .describe('Every `#` becomes one of 32 signs: `SORRY-#####-#####`.'),
  }),
])

const givesSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), value: amount.min(1) }),
  z.strictObject({
    kind: z.literal('percent'),
    value: z.int().min(1).max(10_000).describe('Hundredths of a percent: 1000 is 10 %.'),
    atMost: amount.min(1).describe('What it takes off at most: the budget is charged with it.'),
  }),
])

const tierSchema = z
  .strictObject({
    hours: z.int().min(0).max(2000).describe('From so many whole hours after the promised window.'),
    orderValue: z
      .strictObject({
        from: amount.default(0),
        below: amount.nullable().default(null).describe('null: without end.'),
      })
      .default({ from: 0, below: null }),
    gives: givesSchema,
    minimum: amount.default(0).describe('The smallest order that it counts for; 0: any.'),
    validDays: z.int().min(1).max(3650).nullable().default(null).describe('null: without end.'),
    codes: codesSchema,
  })
  .refine(({ orderValue: { from, below } }) => below === null || below > from, {
    path: ['orderValue', 'below'],
    error: 'lies below `from`',
  })
export type VoucherTier = z.output<typeof tierSchema>

/** What a shop gives when a promised window breaks; at most one voucher for an order, and within the month's budget. */
export const voucherRuleSchema = z.strictObject({
  active: z.boolean().default(true),
  promise: z
    .enum(['first', 'newest'])
    .default('first')
    .describe('Which promise counts where the carrier moved it.'),
  monthlyBudget: amount.describe('What the vouchers of a month, in the shop’s zone, may cost at most.'),
  tiers: z.array(tierSchema).min(1).max(20),
})
export type VoucherRule = z.output<typeof voucherRuleSchema>
