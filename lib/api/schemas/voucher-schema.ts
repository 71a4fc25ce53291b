import { z } from 'zod'
import { voucherRuleSchema } from '@/lib/care/voucher-rule'

const currency = z.string().regex(/^[A-Z]{3}$/)
const minor = z.int()

/** A rule with the currency it counts for. */
export const readVoucherRuleSchema = z
  .strictObject({ currency, rule: voucherRuleSchema })
  .meta({ id: 'VoucherRule' })

export const voucherRulesSchema = z
  .strictObject({ rules: z.array(readVoucherRuleSchema) })
  .meta({ id: 'VoucherRules' })

const code = z
  .string()
  .trim()
  .min(4)
  .max(100)
  .regex(/^[\x21-\x7e]+$/, 'has visible signs and no spaces')

/** Codes of the shop's own making. */
export const voucherCodesBodySchema = z.strictObject({
  pool: z.string().regex(/^[a-z0-9][a-z0-9-]{0,49}$/, 'has small letters, digits and hyphens'),
  codes: z.array(code).min(1).max(5000),
})
export type VoucherCodesBody = z.output<typeof voucherCodesBodySchema>

export const writtenCodesSchema = z
  .strictObject({
    written: z.int(),
    known: z.int().describe('Codes that were here before: they stay as they are.'),
  })
  .meta({ id: 'WrittenVoucherCodes' })

export const voucherPoolsSchema = z
  .strictObject({ pools: z.array(z.strictObject({ pool: z.string(), free: z.int(), given: z.int() })) })
  .meta({ id: 'VoucherPools' })

/** Vouchers that orders were given. */
export const voucherListSchema = z
  .strictObject({
    vouchers: z.array(
      z.strictObject({
        id: z.uuid(),
        order: z.string(),
        code: z.string(),
        codeFrom: z.enum(['pool', 'generated']),
        kind: z.enum(['percent', 'amount']),
        value: minor.describe('Hundredths of a percent, or minor units.'),
        atMost: minor.describe('What it takes off at most.'),
        currency,
        minimum: minor,
        validUntil: z.iso.date().nullable(),
        hoursLate: z.int(),
        grantedAt: z.iso.datetime(),
      }),
    ),
    next: z.uuid().nullable().describe('`after` of the next page.'),
    budgets: z
      .array(
        z.strictObject({
          currency,
          month: z.string().describe('`YYYY-MM` in the shop’s zone.'),
          spent: minor.describe('What the month’s vouchers can cost at most.'),
          grants: z.int(),
        }),
      )
      .describe('The newest twelve months.'),
  })
  .meta({ id: 'VoucherList' })
export type VoucherListJson = z.infer<typeof voucherListSchema>
