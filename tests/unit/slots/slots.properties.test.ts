import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChosenSlot, chooseSlots } from '@/lib/slots/choose-slots'
import { inShare } from '@/lib/slots/in-share'
import { SLOT_PAGES } from '@/lib/slots/pages'
import { missedBy } from '@/lib/slots/targeting'
import { targetingSchema } from '@/lib/slots/targeting-rule'
import { factsOf, KINDS, placedOf, slotCase, targetingOf } from '@/tests/support/slot-cases'

const pages = fc.constantFrom(...(Object.keys(SLOT_PAGES) as (keyof typeof SLOT_PAGES)[]))
const some = fc.uniqueArray(placedOf, { selector: ({ id }) => id, maxLength: 8 })
const PURPOSE: Readonly<Record<string, (typeof KINDS)[keyof typeof KINDS]>> = KINDS

const chosenOf = (chosen: Partial<Record<string, ChosenSlot[]>>): ChosenSlot[] =>
  Object.values(chosen).flatMap((slots) => slots ?? [])
const sells = ({ slot }: ChosenSlot) => PURPOSE[slot]?.purpose === 'marketing'

describe('targeting', () => {
  test('answers for every order and everything that may be asked, and always the same', () => {
    fc.assert(
      fc.property(targetingOf, factsOf, fc.string(), (asked, facts, id) => {
        const targeting = targetingSchema.parse(asked)
        const missed = missedBy(targeting, facts, id)
        expect(missedBy(structuredClone(targeting), structuredClone(facts), id)).toEqual(missed)
        for (const name of missed) expect(Object.hasOwn(targeting, name)).toBe(true)
      }),
    )
  })

  test('means less the more it asks, and everybody when it asks nothing', () => {
    fc.assert(
      fc.property(targetingOf, targetingOf, factsOf, (one, other, facts) => {
        const [a, b] = [targetingSchema.parse(one), targetingSchema.parse({ ...other, ...one })]
        expect(missedBy(b, facts, 'x')).toEqual(expect.arrayContaining(missedBy(a, facts, 'x')))
        expect(missedBy({}, facts, 'x')).toEqual([])
      }),
    )
  })

  test('draws a share by the order alone: a greater one holds the smaller', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, share, fc.uuid(), (a, b, seed) => {
        const [small, great] = [Math.min(a, b), Math.max(a, b)]
        if (inShare(small, seed, 'x')) expect(inShare(great, seed, 'x')).toBe(true)
        expect(inShare(1, seed, 'x')).toBe(true)
        expect(inShare(0, seed, 'x')).toBe(false)
      }),
    )
  })
})

describe('what is chosen', () => {
  const property = (
    holds: (
      chosen: ChosenSlot[],
      given: ReturnType<typeof slotCase>,
      choice: ReturnType<typeof chooseSlots>,
    ) => void,
  ) =>
    fc.assert(
      fc.property(some, factsOf, pages, (slots, facts, page) => {
        const given = slotCase(slots, { facts, page })
        const choice = chooseSlots(given)
        holds(chosenOf(choice.chosen), given, choice)
      }),
      { numRuns: 500 },
    )

  test('is every slot of the page or has a reason why not, each once', () => {
    property((chosen, { placed, page }, { left }) => {
      const here = placed.filter(({ placement }) => SLOT_PAGES[page].some((one) => one === placement))
      expect([...chosen, ...left].map(({ id }) => id).toSorted()).toEqual(here.map(({ id }) => id).toSorted())
    })
  })

  test('doesn’t depend on the order in which slots were written', () => {
    property((_, given, choice) => {
      expect(chooseSlots({ ...given, placed: given.placed.toReversed() })).toEqual(choice)
    })
  })

  test('sells nothing to who is unhappy', () => {
    property((chosen, { facts }) => {
      if (facts.unhappy) expect(chosen.filter(sells)).toEqual([])
    })
  })

  test('is nothing personal for who objects to that', () => {
    property((chosen, { facts }) => {
      if (facts.objects) expect(chosen.filter(({ slot }) => PURPOSE[slot]?.personal)).toEqual([])
    })
  })

  test('is one of a kind, in falling priority, and no more advertising than each one allows', () => {
    property((chosen, { placed }, { chosen: places }) => {
      const kinds = chosen.map(({ slot }) => slot)
      expect(new Set(kinds).size).toBe(kinds.length)
      const bodyOf = (id: string) => placed.find((one) => one.id === id)
      for (const slots of Object.values(places)) {
        const priorities = slots.map(({ id }) => bodyOf(id)?.priority ?? Number.NaN)
        expect(priorities).toEqual(priorities.toSorted((a, b) => b - a))
      }
      const most = Math.max(0, ...chosen.filter(sells).map(({ id }) => bodyOf(id)?.caps.page ?? 0))
      expect(chosen.filter(sells).length).toBeLessThanOrEqual(most)
    })
  })
})
