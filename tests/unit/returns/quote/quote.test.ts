import { describe, expect, it } from 'vitest'
import { quoteReturn } from '@/lib/returns/quote-return'
import { quoteWithMethod, requote } from '@/lib/returns/requote'
import { input, item, line, order, usual } from './quoted'

const jacket = line({ quantity: 2, unitPrice: 18_990 })
const socks = line({ id: '2', quantity: 3, unitPrice: 1_000, taxRate: 0.07 })

describe('what comes back for an item', () => {
  it('is its share of the order’s discount and of the line’s own', () => {
    const quote = quoteReturn(
      input({
        orders: [order({ lines: [jacket, { ...socks, discount: 500 }], discounts: [{ amount: 1000 }] })],
      }),
    )
    // 1000 over 37980 and 2500: 938 and 62; of two jackets' 37042 one is 18521.
    expect(quote).toMatchObject({ refund: 18_521, credit: 0, pay: 0, tax: 2957 })
  })

  it('counts what earlier returns took, so that the last piece takes the odd cents', () => {
    const bought = order({ lines: [line({ quantity: 3, unitPrice: 1000 })], discounts: [{ amount: 2 }] })
    const first = quoteReturn(input({ orders: [bought] }))
    expect(first.refund).toBe(1000)
    const taken = { lines: [{ lineId: '1', quantity: 1, amount: 1000, tax: 160 }], shipping: 0 }
    expect(
      quoteReturn(input({ orders: [{ ...bought, taken }], items: [item({ quantity: 2 })] })).refund,
    ).toBe(1998)
    const all = { lines: [{ lineId: '1', quantity: 3, amount: 2998, tax: 479 }], shipping: 0 }
    expect(quoteReturn(input({ orders: [{ ...bought, taken: all }] })).refund).toBe(0)
  })

  it('is nothing for a line that the order doesn’t have', () => {
    expect(quoteReturn(input({ items: [item({ lineId: 'x' })] }))).toMatchObject({
      refund: 0,
      tax: 0,
      moneyBy: null,
    })
  })

  it('stays with the shopper’s goods when they may keep them', () => {
    const quote = quoteReturn(input({ items: [item({ outcome: 'keep' })] }))
    expect(quote).toMatchObject({ refund: 10_000, moneyBy: '2026-11-22' })
  })
})

describe('shipping', () => {
  const paid = order({ shipping: { price: 490, service: 'standard' } })
  const back = { ...usual, refundShipping: true }

  it('comes back once, where the policy gives it back', () => {
    const asked = input({ orders: [paid], items: [item({ decision: back })] })
    expect(quoteReturn(asked)).toMatchObject({
      refund: 10_490,
      shipping: [{ orderId: 'o', amount: 490 }],
      tax: 1675,
    })
    expect(quoteReturn({ ...asked, items: [item()] })).toMatchObject({ refund: 10_000, shipping: [] })
    const taken = { lines: [], shipping: 490 }
    expect(quoteReturn({ ...asked, orders: [{ ...paid, taken }] })).toMatchObject({ refund: 10_000 })
  })

  it('comes back for the standard service alone', () => {
    const express = { ...paid, shipping: { price: 1490, service: 'express' } }
    expect(quoteReturn(input({ orders: [express], items: [item({ decision: back })] })).shipping).toEqual([])
  })

  it('comes back with credit where nothing of the order is refunded, and not with an exchange', () => {
    const asked = (outcome: 'store_credit' | 'replacement') =>
      quoteReturn(input({ orders: [paid], items: [item({ outcome, decision: back })] }))
    expect(asked('store_credit')).toMatchObject({ refund: 0, credit: 10_490 })
    expect(asked('replacement')).toMatchObject({ refund: 0, credit: 0, shipping: [] })
  })

  it('is less where a discount was larger than the goods', () => {
    const cheap = { ...paid, discounts: [{ amount: 10_200 }] }
    expect(quoteReturn(input({ orders: [cheap], items: [item({ decision: back })] })).refund).toBe(290)
  })
})

describe('charges', () => {
  const fee = (more: object) => ({
    id: 'handling',
    texts: { en: 'Handling' },
    per: 'return' as const,
    ...more,
  })
  const two = (decision: typeof usual) =>
    input({
      orders: [order({ lines: [jacket, socks] })],
      items: [item({ key: '1', quantity: 2, decision }), item({ key: '2', lineId: '2', decision })],
      method: { id: 'dhl', texts: { en: 'DHL' }, price: 495 },
    })

  it('are flat for the return, for each piece, or a percentage of what was paid', () => {
    const charge = (more: object) => quoteReturn(two({ ...usual, fees: [fee(more)] })).charges
    expect(charge({ amount: 300 })).toMatchObject([
      { amount: 300, item: null },
      { kind: 'method', amount: 495 },
    ])
    expect(charge({ amount: 300, per: 'order' })[0]).toMatchObject({ amount: 300 })
    expect(charge({ amount: 300, per: 'item' })).toMatchObject([
      { amount: 600, item: '1' },
      { amount: 300, item: '2' },
      { kind: 'method' },
    ])
    expect(charge({ percent: 10 })[0]).toMatchObject({ amount: 3898 })
  })

  it('are none for what is kept, for what they don’t name, and where the fault is ours', () => {
    const fees = [fee({ amount: 300 })]
    const quote = (outcome: 'keep' | 'refund', decision: object) =>
      quoteReturn(input({ items: [item({ outcome, decision: { ...usual, fees, ...decision } })] })).charges
    expect(quote('keep', {})).toEqual([])
    expect(quote('refund', { ourFault: true })).toEqual([])
    expect(quote('refund', { fees: [fee({ amount: 300, outcomes: ['store_credit'] })] })).toEqual([])
    expect(quote('refund', {})).toHaveLength(1)
  })

  it('ask no price of a method that is free, nor of one where nothing travels', () => {
    const asked = two(usual)
    const free = { ...asked, decision: { ...asked.decision, freeMethods: ['dhl'] } }
    expect(quoteReturn(free).charges).toEqual([])
    expect(quoteReturn({ ...asked, items: [item({ outcome: 'keep' })] }).charges).toEqual([])
  })

  it('come off the refund first, then off the credit, and stop at nothing', () => {
    const decision = { ...usual, fees: [fee({ amount: 12_000 })], bonus: { percent: 10, amount: 0 } }
    const quote = quoteReturn(
      input({
        orders: [order({ lines: [line(), line({ id: '2', unitPrice: 3_000 })] })],
        items: [
          item({ key: '1', decision }),
          item({ key: '2', lineId: '2', outcome: 'store_credit', decision }),
        ],
        method: { id: 'dhl', texts: {}, price: 495 },
      }),
    )
    expect(quote).toMatchObject({ refund: 0, credit: 3_000 - 2_000 - 495 + 300, bonus: 300 })
    const small = quoteReturn(
      input({ orders: [order({ lines: [line({ unitPrice: 500 })] })], items: [item({ decision })] }),
    )
    expect(small).toMatchObject({ refund: 0, pay: 0, charges: [{ amount: 500 }] })
  })
})

describe('store credit', () => {
  it('has the shop’s bonus: a percentage of each item and a flat one once', () => {
    const decision = { ...usual, bonus: { percent: 10, amount: 500 } }
    const credit = (key: string) => item({ key, outcome: 'store_credit', decision })
    const quote = quoteReturn(
      input({ orders: [order({ lines: [line({ quantity: 2 })] })], items: [credit('1'), credit('2')] }),
    )
    expect(quote).toMatchObject({ credit: 22_500, bonus: 2_500, refund: 0 })
    expect(quote.items.map(({ bonus }) => bonus)).toEqual([1_500, 1_000])
  })

  it('is all that a present gives', () => {
    expect(quoteReturn(input({ gift: true }))).toMatchObject({ refund: 0, credit: 10_000, bonus: 0 })
  })
})

describe('an exchange', () => {
  const swap = (outcome: 'exchange_variant' | 'exchange_product' | 'replacement', price: number, more = {}) =>
    quoteReturn(
      input({
        orders: [order({ discounts: [{ amount: 2_000 }], ...more })],
        items: [item({ outcome, exchange: { sku: 'NEW', price } })],
      }),
    )

  it('for another size is even, whatever discount the first one had', () => {
    expect(swap('exchange_variant', 10_000)).toMatchObject({ refund: 0, pay: 0, items: [{ difference: 0 }] })
  })

  it('for a dearer variant costs the difference under the same discount', () => {
    expect(swap('exchange_variant', 12_000)).toMatchObject({
      pay: 1_600,
      items: [{ exchange: { price: 9_600 } }],
    })
  })

  it('for another product costs its price', () => {
    expect(swap('exchange_product', 10_000)).toMatchObject({ pay: 2_000, refund: 0 })
  })

  it('for something cheaper gives the difference back, as credit for a present', () => {
    expect(swap('exchange_product', 5_000)).toMatchObject({ pay: 0, refund: 3_000, tax: 479 })
    const gift = input({
      gift: true,
      items: [item({ outcome: 'exchange_product', exchange: { sku: 'NEW', price: 4_000 } })],
    })
    expect(quoteReturn(gift)).toMatchObject({ refund: 0, credit: 6_000 })
  })

  it('for the same again costs nothing', () => {
    expect(swap('replacement', 99_999)).toMatchObject({ pay: 0, refund: 0, items: [{ difference: 0 }] })
  })

  it('that is dearer is paid out of what comes back for other items', () => {
    const quote = quoteReturn(
      input({
        orders: [order({ lines: [line({ quantity: 2 })] })],
        items: [
          item({ key: '1' }),
          item({ key: '2', outcome: 'exchange_product', exchange: { sku: 'NEW', price: 13_000 } }),
        ],
      }),
    )
    expect(quote).toMatchObject({ refund: 7_000, pay: 0 })
  })
})

describe('the day of the money', () => {
  it('goes by what sets it off, and by whether a person looks first', () => {
    const by = (refundTrigger: 'first_scan' | 'receipt' | 'check', approval: 'automatic' | 'review') =>
      quoteReturn(input({ decision: { freeMethods: [], refundTrigger, approval } })).moneyBy
    expect(by('first_scan', 'automatic')).toBe('2026-11-25')
    expect(by('receipt', 'automatic')).toBe('2026-12-02')
    expect(by('check', 'automatic')).toBe('2026-12-07')
    expect(by('check', 'review')).toBe('2026-12-09')
  })
})

describe('a sum that is made anew', () => {
  const fees = [{ id: 'handling', texts: {}, per: 'return' as const, amount: 300 }]
  const asked = input({
    orders: [order({ shipping: { price: 490 } })],
    items: [item({ decision: { ...usual, fees, refundShipping: true } })],
    method: { id: 'dhl', texts: {}, price: 495 },
  })

  it('changes nothing where nothing changes', () => {
    const quote = quoteReturn(asked)
    expect(requote(quote, false, {})).toEqual(quote)
  })

  it('has the new method’s price in place of the old one’s', () => {
    const method = { id: 'store', texts: {}, price: 100 }
    const expected = quoteReturn({ ...asked, method })
    expect(quoteWithMethod(quoteReturn(asked), false, method, [])).toEqual(expected)
    expect(quoteWithMethod(quoteReturn(asked), false, method, ['store']).refund).toBe(10_190)
  })
})
