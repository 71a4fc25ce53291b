import { describe, expect, it } from 'vitest'
import { readWindow, type WindowClaim } from '@/lib/carriers/window'
import type { Summary } from '@/lib/parcels/report'

const summary = (at: string | null): Summary => ({
  status: null,
  at,
  actionRequired: false,
  raw: { status: null, substatus: null },
})
const read = (...claims: Omit<WindowClaim, 'source'>[]) =>
  readWindow(
    claims.map((claim) => ({ ...claim, source: 'carrier' })),
    { scans: [], summary: summary('2026-11-20T12:00:00.000Z') },
  )
const days = (...claims: Omit<WindowClaim, 'source'>[]) => {
  const window = read(...claims)
  return window && [window.earliest, window.latest, window.likely]
}

describe('a promise is left out', () => {
  it('when it names no day, or none that exists', () => {
    expect(days()).toBeNull()
    expect(
      days({ likely: null }, { likely: 'soon' }, { likely: '2026-02-30' }, { likely: '2875-10-22' }),
    ).toBeNull()
  })

  it('when it ends before it begins', () => {
    expect(days({ earliest: '2026-11-22', latest: '2026-11-21' })).toBeNull()
  })

  it('when it lies more than 400 days from everything else in the body', () => {
    expect(days({ likely: '2027-12-26' })).toBeNull()
    expect(days({ likely: '2025-10-15' })).toBeNull()
    expect(days({ earliest: '2026-11-21', latest: '2029-01-01' })).toBeNull()
    expect(days({ likely: '2027-12-25' })).toEqual(['2027-12-25', '2027-12-25', '2027-12-25'])
  })

  it('for the next one that holds together', () => {
    expect(days({ likely: '2875-10-22' }, { likely: '2026-11-24' })).toEqual([
      '2026-11-24',
      '2026-11-24',
      '2026-11-24',
    ])
  })
})

describe('a promise is read', () => {
  it('as days, with the likely one only inside them', () => {
    expect(days({ earliest: '2026-11-21', latest: '2026-11-23', likely: '2026-11-22' })).toEqual([
      '2026-11-21',
      '2026-11-23',
      '2026-11-22',
    ])
    expect(days({ earliest: '2026-11-21', latest: '2026-11-23', likely: '2026-12-22' })).toEqual([
      '2026-11-21',
      '2026-11-23',
      null,
    ])
    expect(days({ latest: '2026-11-23T00:00:00Z' })).toEqual(['2026-11-23', '2026-11-23', '2026-11-23'])
  })

  it('with hours on a single day only, and midnight as no hour', () => {
    expect(read({ likely: '2026-11-21', from: '13:00', to: '15:30' })).toMatchObject({
      from: '13:00',
      to: '15:30',
    })
    expect(read({ likely: '2026-11-21', from: '00:00', to: '23:59' })).toMatchObject({ from: null, to: null })
    expect(read({ likely: '2026-11-21', from: '15:30', to: '13:00' })).toMatchObject({ from: null, to: null })
    expect(read({ earliest: '2026-11-21', latest: '2026-11-22', from: '13:00' })).toMatchObject({
      from: null,
    })
  })

  it('wherever the body names no other date', () => {
    const body = { scans: [], summary: summary(null) }
    expect(readWindow([{ likely: '2031-01-01', source: 'shop' }], body)).toMatchObject({
      earliest: '2031-01-01',
      source: 'shop',
    })
  })
})
