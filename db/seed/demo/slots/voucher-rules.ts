import type { z } from 'zod'
import type { DemoSlug } from '@/db/seed/demo/shops'
import type { voucherRuleSchema } from '@/lib/care/voucher-rule'

type VoucherRulePut = z.input<typeof voucherRuleSchema>

/** What each demo shop gives when a promised day passes, in euros. */
export const demoVoucherRules: Readonly<Record<DemoSlug, VoucherRulePut>> = {
  alpenglueck: {
    monthlyBudget: 25_000,
    tiers: [
      {
        hours: 0,
        gives: { kind: 'amount', value: 500 },
        minimum: 4000,
        validDays: 180,
        codes: { from: 'generated', pattern: 'TROST-#####-#####' },
      },
      {
        hours: 48,
        gives: { kind: 'amount', value: 1000 },
        minimum: 4000,
        validDays: 180,
        codes: { from: 'generated', pattern: 'TROST-#####-#####' },
      },
    ],
  },
  'maison-lumen': {
    monthlyBudget: 40_000,
    tiers: [
      {
        hours: 0,
        gives: { kind: 'percent', value: 1000, atMost: 3000 },
        validDays: 90,
        codes: { from: 'generated', pattern: 'PARDON-#####-#####' },
      },
    ],
  },
  nordlys: {
    monthlyBudget: 30_000,
    tiers: [
      {
        hours: 0,
        gives: { kind: 'amount', value: 1000 },
        minimum: 5000,
        validDays: 90,
        codes: { from: 'generated', pattern: 'NORDLYS-#####-#####' },
      },
    ],
  },
}
