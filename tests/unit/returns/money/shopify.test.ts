import { describe, expect, it } from 'vitest'
import type { AskedPayment } from '@/lib/returns/money/payment-message'
import type { ShopifyOrder } from '@/lib/returns/money/shopify/answers'
import { creditCode } from '@/lib/returns/money/shopify/credit-input'
import { processInput, returnInput } from '@/lib/returns/money/shopify/exchange-input'
import { findOrder, orderSearch, shopifyId } from '@/lib/returns/money/shopify/find-order'
import { refundInput } from '@/lib/returns/money/shopify/refund-input'

const item: AskedPayment['items'][number] = {
  key: '1',
  lineId: '11',
  sku: 'sku-1',
  title: 'Jacket',
  quantity: 1,
  outcome: 'refund',
  received: true,
  exchange: null,
  externalId: null,
}
const asked: AskedPayment = {
  key: '0193-key',
  kind: 'refund',
  amount: 10_000,
  bonus: 0,
  currency: 'EUR',
  returnId: 'return-1',
  returnNumber: 'R7K2-M4QX',
  orderNumber: '1001',
  items: [item],
}
const transaction = (
  id: string,
  kind: string,
  amount: string,
  more: { status?: string; parent?: string; currency?: string } = {},
) => ({
  id,
  kind,
  status: more.status ?? 'SUCCESS',
  gateway: 'card',
  amountSet: { presentmentMoney: { amount, currencyCode: more.currency ?? 'EUR' } },
  parentTransaction: more.parent ? { id: more.parent } : null,
})
const order = (transactions: ShopifyOrder['transactions'], name = '#1001'): ShopifyOrder => ({
  id: 'gid://shopify/Order/1',
  name,
  lineItems: { nodes: [{ id: 'gid://shopify/LineItem/11', sku: 'sku-1', refundableQuantity: 1 }] },
  transactions,
  refunds: [],
})

describe('an order in Shopify', () => {
  it('is the one whose name is the number, not one that a search also finds', () => {
    expect(orderSearch('#1001"')).toBe('name:"1001\\""')
    const found = findOrder([order([], '#10011'), order([], '#1001')], '1001')
    expect(found).toMatchObject({ ok: true, value: { name: '#1001' } })
    expect(findOrder([order([], '#10011')], '1001')).toEqual({
      ok: false,
      error: 'Shopify has no order 1001',
    })
    expect(findOrder([order([]), order([])], '#1001')).toMatchObject({ ok: false })
  })

  it('has ids that shops write in two ways', () => {
    expect(shopifyId('LineItem', '11')).toBe('gid://shopify/LineItem/11')
    expect(shopifyId('LineItem', 'gid://shopify/LineItem/11')).toBe('gid://shopify/LineItem/11')
    expect(shopifyId('LineItem', 'gid://shopify/Order/11')).toBeNull()
    expect(shopifyId('ProductVariant', 'AG-1')).toBeNull()
  })
})

describe('a refund in Shopify', () => {
  it('goes back the ways it came, as far as each has something left', () => {
    const input = refundInput(
      order([
        transaction('t1', 'AUTHORIZATION', '120.00'),
        transaction('t2', 'CAPTURE', '80.00'),
        transaction('t3', 'SALE', '40.00'),
        transaction('t4', 'SALE', '500.00', { status: 'FAILURE' }),
        transaction('t5', 'REFUND', '15.00', { parent: 't2' }),
        transaction('t6', 'REFUND', '5.00', { parent: 't2', status: 'FAILURE' }),
      ]),
      asked,
    )
    expect(input).toMatchObject({
      ok: true,
      value: {
        orderId: 'gid://shopify/Order/1',
        note: 'Return R7K2-M4QX (0193-key)',
        refundLineItems: [
          { lineItemId: 'gid://shopify/LineItem/11', quantity: 1, restockType: 'NO_RESTOCK' },
        ],
        transactions: [
          { parentId: 't2', kind: 'REFUND', amount: '65.00' },
          { parentId: 't3', kind: 'REFUND', amount: '35.00' },
        ],
      },
    })
  })

  it('is refused in words where too little is left, or it was paid in another currency', () => {
    const few = refundInput(order([transaction('t1', 'SALE', '99.99')]), asked)
    expect(few).toEqual({
      ok: false,
      error: 'Of order 1001 only 99.99 EUR can still be refunded, not 100.00',
    })
    expect(refundInput(order([transaction('t1', 'SALE', '500.00', { currency: 'USD' })]), asked).ok).toBe(
      false,
    )
  })

  it('leaves out lines that Shopify doesn’t know, that are kept or gone back already', () => {
    const lines = (more: Partial<typeof item>) => {
      const input = refundInput(order([transaction('t1', 'SALE', '100.00')]), {
        ...asked,
        items: [{ ...item, ...more }],
      })
      return input.ok && input.value.refundLineItems
    }
    expect(lines({ lineId: 'a', sku: null })).toEqual([])
    expect(lines({ outcome: 'keep', received: false })).toEqual([])
    expect(lines({ quantity: 2 })).toEqual([])
    expect(lines({ lineId: 'a' })).toHaveLength(1)
  })
})

describe('store credit in Shopify', () => {
  it('has a code of 16 letters and digits that follows from its secret', () => {
    const secret = Uint8Array.from({ length: 16 }, (_, index) => index * 15)
    expect(creditCode(secret)).toMatch(/^[a-z2-9]{16}$/)
    expect(creditCode(secret)).toBe(creditCode(secret))
    expect(creditCode(secret.map((byte) => byte + 1))).not.toBe(creditCode(secret))
  })
})

describe('an exchange in Shopify', () => {
  const exchanged: AskedPayment = {
    ...asked,
    kind: 'exchange',
    items: [
      {
        ...item,
        outcome: 'exchange_variant',
        exchange: { sku: 'new', title: 'Jacket L', variant: 'L' },
        externalId: '47',
      },
    ],
  }
  const known = (quantity: number) => ({
    returnableFulfillments: {
      nodes: [
        {
          returnableFulfillmentLineItems: {
            nodes: [
              {
                quantity,
                fulfillmentLineItem: {
                  id: 'f1',
                  lineItem: { id: 'gid://shopify/LineItem/11', sku: 'sku-1' },
                },
              },
            ],
          },
        },
      ],
    },
    order: null,
  })

  it('is a return with a new line, known by our key', () => {
    expect(returnInput('o1', known(1), exchanged)).toEqual({
      ok: true,
      value: {
        orderId: 'o1',
        returnLineItems: [
          { fulfillmentLineItemId: 'f1', quantity: 1, returnReasonNote: 'Return R7K2-M4QX (0193-key)' },
        ],
        exchangeLineItems: [{ variantId: 'gid://shopify/ProductVariant/47', quantity: 1 }],
      },
    })
  })

  it('is refused in words where nothing is left to return, or the variant has no id there', () => {
    expect(returnInput('o1', known(0), exchanged)).toEqual({
      ok: false,
      error: 'Shopify has no 1 × Jacket left to return',
    })
    const nameless = { ...exchanged, items: exchanged.items.map((one) => ({ ...one, externalId: null })) }
    expect(returnInput('o1', known(1), nameless)).toEqual({
      ok: false,
      error: 'The variant new has no id of Shopify’s',
    })
  })

  it('is confirmed with what went back only where the shop has it', () => {
    const made = {
      id: 'r1',
      returnLineItems: { nodes: [{ id: 'l1', returnReasonNote: '', processableQuantity: 1 }] },
      exchangeLineItems: { nodes: [{ id: 'e1', processableQuantity: 1 }] },
    }
    expect(processInput(made, exchanged)).toMatchObject({
      returnId: 'r1',
      exchangeLineItems: [{ id: 'e1', quantity: 1 }],
      returnLineItems: [{ id: 'l1', quantity: 1 }],
    })
    const away = { ...exchanged, items: exchanged.items.map((one) => ({ ...one, received: false })) }
    expect(processInput(made, away).returnLineItems).toEqual([])
  })
})
