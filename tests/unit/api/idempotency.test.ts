import { describe, expect, it } from 'vitest'
import { type HeldKey, idempotencyStep, isKept, parseIdempotencyKey } from '@/lib/api/idempotency'

const NOW = new Date('2026-11-20T12:00:00Z')
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const held = (more: Partial<HeldKey> = {}): HeldKey => ({
  requestHash: 'a',
  status: 201,
  runningUntil: at(-30),
  expiresAt: at(3600),
  ...more,
})

describe('an Idempotency-Key', () => {
  it.each([
    ['empty', ''],
    ['a blank', 'a b'],
    ['two headers', 'a, b'],
    ['a tab', 'a\tb'],
    ['beyond ASCII', 'schlüssel'],
    ['256 characters', 'a'.repeat(256)],
  ])('is none when it is %s', (_, text) => {
    expect(parseIdempotencyKey(text)).toBeNull()
  })

  it.each(['!', '~', '"8e03978e-40d5-43dd-bc93-6894a57f9324"', 'a'.repeat(255)])('can be %s', (text) => {
    expect(parseIdempotencyKey(text)).toBe(text)
  })
})

describe('a request whose key is known', () => {
  it('is refused with another body, answered or running', () => {
    expect(idempotencyStep(held(), 'b', NOW)).toBe('other_body')
    expect(idempotencyStep(held({ status: null, runningUntil: at(10) }), 'b', NOW)).toBe('other_body')
    expect(idempotencyStep(held({ status: null }), 'b', NOW)).toBe('other_body')
  })

  it('gets the kept answer', () => {
    expect(idempotencyStep(held(), 'a', NOW)).toBe('replay')
  })

  it('waits while the first one runs, and runs where that was broken off', () => {
    expect(idempotencyStep(held({ status: null, runningUntil: at(1) }), 'a', NOW)).toBe('running')
    expect(idempotencyStep(held({ status: null, runningUntil: at(0) }), 'a', NOW)).toBe('run')
  })

  it('is a new one after its time, whatever its body', () => {
    expect(idempotencyStep(held({ expiresAt: at(0) }), 'b', NOW)).toBe('run')
  })
})

describe('an answer', () => {
  it('is kept unless the failure is ours', () => {
    expect([200, 201, 404, 409, 422].map(isKept)).toEqual([true, true, true, true, true])
    expect([500, 502, 503].map(isKept)).toEqual([false, false, false])
  })
})
