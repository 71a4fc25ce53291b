import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextScheduled, scheduleAt } from '@/lib/slots/schedule'

const instant = fc.option(
  fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString()),
)
const schedule = fc.record({ from: instant, until: instant })
const now = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })

describe('a schedule', () => {
  it('holds from its first instant on, and no longer at its last', () => {
    const [from, until] = ['2026-11-20T00:00:00+01:00', '2026-11-27T00:00:00+01:00']
    const at = (text: string) => scheduleAt({ from, until }, new Date(text))
    expect(at('2026-11-19T22:59:59.999Z')).toBe('not_yet')
    expect(at('2026-11-19T23:00:00Z')).toBe('running')
    expect(at('2026-11-26T22:59:59.999Z')).toBe('running')
    expect(at('2026-11-26T23:00:00Z')).toBe('over')
    expect(scheduleAt({ from: null, until: null }, new Date(0))).toBe('running')
  })

  it('changes at no instant before the next one that is named', () => {
    fc.assert(
      fc.property(fc.array(schedule), now, (schedules, at) => {
        const next = nextScheduled(schedules, at)
        const until = next === null ? new Date('2030-01-01') : new Date(Date.parse(next) - 1)
        const states = (when: Date) => schedules.map((one) => scheduleAt(one, when))
        if (next !== null) expect(Date.parse(next)).toBeGreaterThan(at.getTime())
        expect(states(until)).toEqual(states(at))
      }),
    )
  })
})
