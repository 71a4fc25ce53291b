import { describe, expect, it } from 'vitest'
import { foldScans, scan } from './facts'

const from = (provider: string, text = provider) => ({ provider, text })

describe('the same scan told by several providers', () => {
  it('is one line of the history: same status, same local minute', () => {
    const { timeline } = foldScans(
      scan('2026-11-20T10:02:31+01:00', 'in_transit.arrived', from('aftership')),
      scan('2026-11-20T10:02:00', 'in_transit.other', from('easypost')),
    )
    expect(timeline).toHaveLength(1)
    expect(timeline[0]).toMatchObject({
      status: 'in_transit.arrived',
      text: 'aftership',
      providers: ['aftership', 'easypost'],
      time: { at: '2026-11-20T09:02:31.000Z', localTime: '2026-11-20T10:02:31' },
    })
    expect(timeline[0]?.raw.map(({ provider }) => provider).toSorted()).toEqual(['aftership', 'easypost'])
  })

  it('goes by the UTC minute where one has no local clock', () => {
    const { timeline } = foldScans(
      scan('2026-11-20T10:02:31+01:00', 'in_transit.arrived', from('aftership')),
      scan('2026-11-20T09:02:00Z', 'in_transit.arrived', from('ship24')),
      scan('2026-11-20T10:02:00', 'in_transit.arrived', from('easypost')),
    )
    expect(timeline.map(({ providers }) => providers)).toEqual([['aftership', 'easypost', 'ship24']])
  })

  it('is not another status, nor another minute, nor undated', () => {
    expect(
      foldScans(
        scan('2026-11-20T10:02:00', 'in_transit.arrived', from('a')),
        scan('2026-11-20T10:02:00', 'out_for_delivery.on_vehicle', from('b')),
        scan('2026-11-20T10:03:00', 'in_transit.arrived', from('c')),
        scan(null, 'in_transit.arrived', from('d')),
        scan(null, 'in_transit.arrived', from('e')),
      ).timeline,
    ).toHaveLength(5)
  })

  it('never makes two scans of one provider one', () => {
    const { timeline } = foldScans(
      scan('2026-11-20T10:02:10', 'in_transit.arrived', from('a', 'arrived')),
      scan('2026-11-20T10:02:40', 'in_transit.departed', from('a', 'departed')),
      scan('2026-11-20T10:02:40', 'in_transit.departed', from('b', 'left')),
    )
    expect(timeline.map(({ text, providers }) => [text, providers])).toEqual([
      ['departed', ['a', 'b']],
      ['arrived', ['a']],
    ])
  })

  it('is told once however often it is delivered', () => {
    const same = scan('2026-11-20T10:02:10', 'in_transit.arrived')
    expect(foldScans(same, { ...same }, { ...same }).timeline).toHaveLength(1)
  })
})

describe('two readings of one fact', () => {
  it('are one line, the same whichever came first', () => {
    const one = scan('2026-11-20T10:02:10', 'in_transit.arrived', { order: 1 })
    const other = { ...one, order: 2, actionRequired: true }
    expect(foldScans(one, other)).toEqual(foldScans(other, one))
    expect(foldScans(one, other).timeline).toHaveLength(1)
  })
})
