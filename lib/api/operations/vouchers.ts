import type { Operation } from '@/lib/api/operation'
import { voucherQuerySchema } from '@/lib/api/schemas/care-schema'
import {
  readVoucherRuleSchema,
  voucherCodesBodySchema,
  voucherListSchema,
  voucherPoolsSchema,
  voucherRulesSchema,
  writtenCodesSchema,
} from '@/lib/api/schemas/voucher-schema'
import { type VoucherRule, voucherRuleSchema } from '@/lib/care/voucher-rule'

const RULE: VoucherRule = {
  active: true,
  promise: 'first',
  monthlyBudget: 100_000,
  tiers: [
    {
      hours: 24,
      orderValue: { from: 3000, below: null },
      gives: { kind: 'amount', value: 500 },
      minimum: 2000,
      validDays: 90,
      codes: { from: 'generated', pattern: 'SORRY-#####-#####' },
    },
  ],
}
const WRITES = ['not_json', 'too_large', 'invalid_body'] as const
const CURRENCY = [{ name: 'currency', description: 'Of the orders it counts for.', example: 'EUR' }]

/** What a shop gives for broken promises. */
export const VOUCHERS: readonly Operation[] = [
  {
    id: 'listVouchers',
    method: 'get',
    path: '/api/v1/vouchers',
    tag: 'Care',
    summary: 'Vouchers that orders were given',
    description: 'The oldest first, with what the last months’ vouchers can cost at most.',
    access: 'merchant',
    parameters: [],
    query: [
      { name: 'limit', description: 'At most 100.', schema: voucherQuerySchema.shape.limit },
      { name: 'after', description: '`next` of the page before.', schema: voucherQuerySchema.shape.after },
    ],
    answers: {
      200: {
        description: 'The vouchers.',
        schema: voucherListSchema,
        example: {
          vouchers: [
            {
              id: '019aa5c2-6a58-7c1e-9d3b-0f6f2f0b7a11',
              order: 'AG-1001',
              code: 'SORRY-7K2QX-94TRM',
              codeFrom: 'generated',
              kind: 'amount',
              value: 500,
              atMost: 500,
              currency: 'EUR',
              minimum: 2000,
              validUntil: '2027-02-20',
              hoursLate: 24,
              grantedAt: '2026-11-22T23:00:02.000Z',
            },
          ],
          next: null,
          budgets: [{ currency: 'EUR', month: '2026-11', spent: 500, grants: 1 }],
        },
      },
    },
    problems: ['invalid_query'],
  },
  {
    id: 'listVoucherRules',
    method: 'get',
    path: '/api/v1/vouchers/rules',
    tag: 'Care',
    summary: 'What is given for broken promises',
    access: 'merchant',
    parameters: [],
    answers: {
      200: {
        description: 'The rules, by currency.',
        schema: voucherRulesSchema,
        example: { rules: [{ currency: 'EUR', rule: RULE }] },
      },
    },
    problems: [],
  },
  {
    id: 'writeVoucherRule',
    method: 'put',
    path: '/api/v1/vouchers/rules/{currency}',
    tag: 'Care',
    summary: 'Say what is given for broken promises',
    description:
      'One voucher for an order at most. Of the tiers that are reached the one with the most hours counts. The budget of a month ' +
      'is charged with what a voucher can cost at most, and no number of delays at once overspends it. Amounts are in minor units ' +
      'of the currency. It counts for promises that break from now on.',
    access: 'merchant',
    parameters: CURRENCY,
    body: {
      name: 'VoucherRuleBody',
      schema: voucherRuleSchema,
      description: 'Replaces the rule whole.',
      example: RULE,
    },
    answers: {
      200: {
        description: 'The rule as it is now.',
        schema: readVoucherRuleSchema,
        example: { currency: 'EUR', rule: RULE },
      },
    },
    problems: [...WRITES, 'not_found'],
  },
  {
    id: 'deleteVoucherRule',
    method: 'delete',
    path: '/api/v1/vouchers/rules/{currency}',
    tag: 'Care',
    summary: 'Give nothing any more',
    description: 'What was given stays given.',
    access: 'merchant',
    parameters: CURRENCY,
    answers: { 204: { description: 'It is gone.' } },
    problems: ['not_found'],
  },
  {
    id: 'listVoucherPools',
    method: 'get',
    path: '/api/v1/vouchers/codes',
    tag: 'Care',
    summary: 'How many codes are left',
    access: 'merchant',
    parameters: [],
    answers: {
      200: {
        description: 'By pool.',
        schema: voucherPoolsSchema,
        example: { pools: [{ pool: 'five-euros', free: 412, given: 88 }] },
      },
    },
    problems: [],
  },
  {
    id: 'writeVoucherCodes',
    method: 'put',
    path: '/api/v1/vouchers/codes',
    tag: 'Care',
    summary: 'Add codes to a pool',
    description:
      'Codes that your shop made beforehand. Each is given once; one that is known stays as it is.',
    access: 'merchant',
    parameters: [],
    body: {
      name: 'VoucherCodesBody',
      schema: voucherCodesBodySchema,
      description: '1 to 5,000 codes.',
      example: { pool: 'five-euros', codes: ['SORRY-A1B2C3', 'SORRY-D4E5F6'] },
    },
    answers: {
      200: { description: 'They are there.', schema: writtenCodesSchema, example: { written: 2, known: 0 } },
    },
    problems: WRITES,
  },
]
