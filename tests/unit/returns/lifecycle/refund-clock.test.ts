import { describe, expect, it } from 'vitest'
import { refundClock } from '@/lib/returns/refund-clock'

const at = (text: string) => new Date(text)
const returned = {
  ground: 'goodwill' as const,
  createdAt: '2026-11-10T09:00:00.000Z',
  sentAt: '2026-11-13T22:30:00.000Z',
  receivedAt: null,
  payments: [],
}
const payment = { kind: 'refund' as const, state: 'sent' as const, sentAt: '2026-11-20T16:00:00.000Z' }
const BERLIN = 'Europe/Berlin'

describe('the day counter of a refund', () => {
  it('counts from the first scan, on the shop’s calendar', () => {
    // 22:30 UTC is 23:30 in Berlin, and already the next day in Auckland.
    expect(refundClock(returned, at('2026-11-20T12:00:00Z'), BERLIN)).toEqual({
      start: '2026-11-13',
      day: 7,
      of: 14,
      latest: '2026-11-27',
      overdue: false,
      sent: null,
    })
    expect(refundClock(returned, at('2026-11-20T12:00:00Z'), 'Pacific/Auckland')).toMatchObject({
      start: '2026-11-14',
      day: 7,
      latest: '2026-11-28',
    })
  })

  it('counts a withdrawal from its declaration, and what nobody scanned from its arrival', () => {
    const now = at('2026-11-20T12:00:00Z')
    expect(refundClock({ ...returned, ground: 'withdrawal' }, now, BERLIN)).toMatchObject({
      start: '2026-11-10',
      day: 10,
    })
    const unscanned = { ...returned, sentAt: null, receivedAt: '2026-11-18T08:00:00.000Z' }
    expect(refundClock(unscanned, now, BERLIN)).toMatchObject({ start: '2026-11-18', day: 2 })
  })

  it('hasn’t started before anything was sent', () => {
    expect(refundClock({ ...returned, sentAt: null }, at('2026-12-20T12:00:00Z'), BERLIN)).toEqual({
      start: null,
      day: null,
      of: 14,
      latest: null,
      overdue: false,
      sent: null,
    })
  })

  it('says when the last day is over', () => {
    expect(refundClock(returned, at('2026-11-27T22:59:00Z'), BERLIN).overdue).toBe(false)
    expect(refundClock(returned, at('2026-11-27T23:01:00Z'), BERLIN)).toMatchObject({
      day: 15,
      overdue: true,
    })
  })

  it('stands still once all of the money was sent, and names the bank’s working days', () => {
    // 20 November 2026 is a Friday.
    const sent = {
      ...returned,
      payments: [payment, { ...payment, kind: 'exchange' as const, state: 'due' as const, sentAt: null }],
    }
    expect(refundClock(sent, at('2026-12-24T12:00:00Z'), BERLIN)).toMatchObject({
      day: 7,
      overdue: false,
      sent: { on: '2026-11-20', from: '2026-11-24', to: '2026-11-27' },
    })
    const partly = {
      ...returned,
      payments: [payment, { ...payment, state: 'waiting' as const, sentAt: null }],
    }
    expect(refundClock(partly, at('2026-12-24T12:00:00Z'), BERLIN)).toMatchObject({
      overdue: true,
      sent: null,
    })
  })
})
