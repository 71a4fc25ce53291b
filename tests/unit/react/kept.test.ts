import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Kept, keep, nextLook, nextTry, ProblemError } from '@/components/react/kept'

const NOW = Date.parse('2026-11-24T12:00:00Z')
const SECOND = 1000
const MINUTE = 60 * SECOND

const kept = (more: Partial<Kept<string>> = {}): Kept<string> => ({
  value: 'old',
  etag: '"a"',
  changedAt: NOW,
  final: false,
  ...more,
})
const never = () => false
const refusal = (retryAfterSeconds: number | null) =>
  ({
    ok: false,
    error: 'problem',
    problem: { status: 429, type: 't', title: 'T', detail: null, errors: [], retryAfterSeconds },
  }) as const

describe('what is kept', () => {
  it('takes a new answer over', () => {
    expect(
      keep({ ok: true, value: 'new', etag: '"b"' }, kept(), (value) => value === 'new', NOW + 1),
    ).toEqual({
      value: 'new',
      etag: '"b"',
      changedAt: NOW + 1,
      final: true,
    })
  })

  it('stays the very same object when nothing has changed', () => {
    const before = kept()
    expect(keep({ ok: false, error: 'not_modified' }, before, never, NOW + 1)).toBe(before)
  })

  it('is nothing, for good, where there is no such thing', () => {
    expect(keep({ ok: false, error: 'not_found' }, kept(), never, NOW)).toMatchObject({
      value: null,
      final: true,
    })
  })

  it('is not touched by a refusal', () => {
    expect(() => keep(refusal(null), kept(), never, NOW)).toThrow(ProblemError)
  })
})

describe('the rhythm', () => {
  const page = { hidden: false }
  beforeEach(() => {
    page.hidden = false
    vi.useFakeTimers({ now: NOW })
    vi.stubGlobal('document', page)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('is that of the hosted pages: quick after a change, slower as the parcel rests', () => {
    const since = (ms: number) => nextLook(kept({ changedAt: NOW - ms }))
    expect([since(0), since(11 * MINUTE), since(61 * MINUTE)]).toEqual([3 * SECOND, 15 * SECOND, MINUTE])
  })

  it('is once a minute in a tab that nobody looks at', () => {
    page.hidden = true
    expect(nextLook(kept())).toBe(MINUTE)
  })

  it('ends when nothing new is expected', () => {
    expect(nextLook(kept({ final: true }))).toBe(0)
  })

  it('doubles with each failure, and waits as long as the server asks', () => {
    expect([1, 2, 3].map((failures) => nextTry(new TypeError('away'), failures))).toEqual(
      [6, 12, 24].map((s) => s * SECOND),
    )
    expect(nextTry(new ProblemError(refusal(90).problem), 1)).toBe(90 * SECOND)
    expect(nextTry(new ProblemError(refusal(1).problem), 1)).toBe(6 * SECOND)
  })
})
