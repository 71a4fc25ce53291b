import { describe, expect, test } from 'vitest'
import { chooseSlots, type SlotCase } from '@/lib/slots/choose-slots'
import { withDefaults } from '@/lib/slots/default-slots'
import type { PlacedSlot } from '@/lib/slots/placed-slot'
import { nextScheduled } from '@/lib/slots/schedule'
import { FACTS, placed, slotCase } from '@/tests/support/slot-cases'

const UNHAPPY = { ...FACTS, statuses: ['exception.lost' as const], unhappy: true }

const ids = (slots: readonly PlacedSlot[], more?: Partial<SlotCase>): string[] =>
  Object.values(chooseSlots(slotCase(slots, more)).chosen).flatMap((chosen) => chosen.map(({ id }) => id))
const because = (slots: readonly PlacedSlot[], more?: Partial<SlotCase>) =>
  Object.fromEntries(chooseSlots(slotCase(slots, more)).left.map(({ id, because: why }) => [id, why]))

describe('calm', () => {
  test('leaves advertising out while something is wrong, and keeps what helps and informs', () => {
    const slots = [placed('a'), placed('b', { slot: 'news' }), placed('c', { slot: 'rescue' })]
    expect(ids(slots, { facts: UNHAPPY })).toEqual(['b', 'c'])
    expect(because(slots, { facts: UNHAPPY })).toEqual({ a: 'unhappy' })
    expect(ids(slots)).toEqual(['a', 'b', 'c'])
  })

  test('can’t be talked out of it by targeting', () => {
    const slot = placed('a', { targeting: { unhappy: true, statuses: ['exception'] } })
    expect(because([slot], { facts: UNHAPPY })).toEqual({ a: 'unhappy' })
  })

  test('leaves what is chosen by somebody’s orders out for who objects', () => {
    const slots = [placed('a', { slot: 'picks' }), placed('b', { placement: 'aside' })]
    expect(because(slots, { facts: { ...FACTS, objects: true } })).toEqual({ a: 'objects' })
    expect(ids(slots, { facts: { ...FACTS, objects: true } })).toEqual(['b'])
  })

  test('nor shows them advertising that is meant for who bought something; what must be known stays', () => {
    const targeting = { skus: ['AG-SHELL-M'] }
    const slots = [placed('a', { targeting }), placed('b', { slot: 'news', targeting })]
    expect(ids(slots)).toEqual(['a', 'b'])
    expect(because(slots, { facts: { ...FACTS, objects: true } })).toEqual({ a: 'objects' })
  })
})

describe('what competes', () => {
  test('stands by priority, and by its id where that is the same', () => {
    const news = (id: string, priority: number) => placed(id, { slot: 'news', priority })
    expect(ids([news('a', 1), news('b', 2), news('c', 2)])).toEqual(['b'])
    expect(because([news('a', 1), news('b', 2), news('c', 2)])).toEqual({ a: 'same_kind', c: 'same_kind' })
  })

  test('is as much advertising in one place, and on one page, as each allows beside itself', () => {
    const caps = { page: 2, placement: 1 }
    const slots = [
      placed('a', { caps }),
      placed('b', { slot: 'picks', caps }),
      placed('c', { slot: 'game', placement: 'aside', caps }),
    ]
    expect(ids(slots)).toEqual(['a', 'c'])
    expect(because(slots)).toEqual({ b: 'placement_full' })
    const one = { page: 1, placement: 1 }
    expect(because([placed('a'), placed('c', { slot: 'game', placement: 'aside', caps: one })])).toEqual({
      c: 'page_full',
    })
  })

  test('counts each page for itself', () => {
    const slots = [placed('a'), placed('b', { placement: 'returns-done' })]
    expect(ids(slots)).toEqual(['a'])
    expect(ids(slots, { page: 'return-sent' })).toEqual(['b'])
  })
})

describe('a schedule', () => {
  const slot = placed('a', {
    schedule: { from: '2026-11-24T13:00:00+01:00', until: '2026-11-25T13:00:00+01:00' },
  })
  const at = (now: string) => because([slot], { now: new Date(now) }).a ?? 'stands'

  test('begins at its first instant and is over at its last', () => {
    expect(at('2026-11-24T11:59:59.999Z')).toBe('not_yet')
    expect(at('2026-11-24T12:00:00Z')).toBe('stands')
    expect(at('2026-11-25T11:59:59.999Z')).toBe('stands')
    expect(at('2026-11-25T12:00:00Z')).toBe('over')
  })

  test('says when the page changes next', () => {
    const next = (now: string) => nextScheduled([slot.schedule], new Date(now))
    expect(next('2026-11-24T00:00:00Z')).toBe('2026-11-24T12:00:00.000Z')
    expect(next('2026-11-24T12:00:00Z')).toBe('2026-11-25T12:00:00.000Z')
    expect(next('2026-11-25T12:00:00Z')).toBeNull()
    expect(nextScheduled([{ from: null, until: null }], new Date(0))).toBeNull()
  })
})

describe('a slot that can’t stand', () => {
  test.each([
    ['disabled', { enabled: false }],
    ['unknown_slot', { slot: 'gone' }],
    ['unknown_slot', { slot: 'toString' }],
    ['invalid_settings', { settings: { title: 7 } }],
    ['nothing_to_say', { settings: { mute: true } }],
    ['not_targeted', { targeting: { countries: ['AT'] } }],
  ])('is left out as %s', (why, more) => {
    expect(because([placed('a', more)])).toEqual({ a: why })
  })

  test('may not stand where its kind doesn’t', () => {
    const { registry } = slotCase([])
    const offer = registry.offer
    if (!offer) throw new Error('there is no such kind')
    const narrow = { offer: { ...offer, placements: ['aside' as const] } }
    expect(because([placed('a')], { registry: narrow })).toEqual({ a: 'wrong_placement' })
  })
})

describe('what stands by itself', () => {
  test('helps, sells nothing, and makes room for what the shop places of its kind, even switched off', () => {
    const none = withDefaults([]).map(({ slot }) => slot)
    expect(none).toEqual([
      'address-fix',
      'pickup-reminder',
      'pickup-help',
      'apology-voucher',
      'contact',
      'delivery-wishes',
    ])
    const own = placed('ask-us', { slot: 'contact', enabled: false })
    expect(withDefaults([own]).filter(({ slot }) => slot === 'contact')).toEqual([own])
  })
})
