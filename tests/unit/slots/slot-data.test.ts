import { describe, expect, test } from 'vitest'
import { slotDataOf } from '@/app/_server/slots/slot-data-of'
import type { OrderPageRow } from '@/db/queries/read-order'
import { createKeyring } from '@/lib/core/keyring'
import { alpine } from '@/tests/support/sample-shops'

const CODE = {
  code: 'SORRY-8KX2',
  kind: 'amount',
  value: 500,
  atMost: 500,
  currency: 'EUR',
  minimum: 0,
  validUntil: '2026-12-31',
} as const

/** An order that was given a voucher, behind a link that may act or only look. */
const row = (scope: 'act' | 'view'): OrderPageRow => ({
  id: '0193a1b2-0000-7000-8000-000000000001',
  number: 'AG-1',
  version: 1,
  shopVersion: 1,
  schedules: [],
  scope,
  placedAt: '2026-11-20T12:00:00Z',
  updatedAt: '2026-11-20T12:00:00Z',
  locale: 'de',
  customerName: null,
  customerEmail: 'resi@example.org',
  deliveryAddress: null,
  lines: [],
  parcels: [],
  slots: {
    placed: [],
    stopped: [],
    currency: 'EUR',
    discounts: [],
    orders: 1,
    objects: false,
    lines: [],
    products: [],
    voucher: CODE,
    care: { fixed: null, wished: null },
    feedback: null,
  },
})

const voucherOn = (scope: 'act' | 'view', today = '2026-11-24') =>
  slotDataOf(
    {
      keyring: createKeyring('a secret of the tests, long enough'),
      shop: alpine,
      locale: 'de',
      stand: { kind: 'hosted', slug: 'alpenglueck' },
      token: 'k.b',
      order: row(scope),
      spoken: [],
      now: new Date('2026-11-24T12:00:00Z'),
    },
    { value: 0, today },
  ).voucher

describe('an order’s own voucher', () => {
  test('is shown to who may act for the order, and not behind a link that was passed on', () => {
    expect(voucherOn('act')).toEqual(CODE)
    expect(voucherOn('view')).toBeNull()
  })

  test('is shown up to its last day', () => {
    expect(voucherOn('act', '2026-12-31')).toEqual(CODE)
    expect(voucherOn('act', '2027-01-01')).toBeNull()
  })
})
