import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseShopId } from '@/lib/core/ids'
import { LOCALES } from '@/lib/i18n/locales'
import { sayPhrase } from '@/lib/i18n/say-phrase'
import { translator } from '@/lib/i18n/translator'
import { evaluateLine } from '@/lib/returns/policy/evaluate-line'
import { evaluateReturn } from '@/lib/returns/policy/evaluate-return'
import type { Asked } from '@/lib/returns/policy/fact-value'
import { truthOf } from '@/lib/returns/policy/holds'
import { implies, isPossible } from '@/lib/returns/policy/lint/possible'
import { lintPolicy } from '@/lib/returns/policy/lint-policy'
import type { Policy } from '@/lib/returns/policy/schema'
import { OUTCOMES } from '@/lib/returns/vocabulary'
import { arbitraryCondition, arbitraryFacts, arbitraryPolicy } from './arbitrary-policy'

const talks = LOCALES.map((locale) =>
  translator(
    {
      id: parseShopId('019aa5c2-6a58-7c1e-9d3b-0f6f2f0b7a11'),
      version: 1,
      address: 'formal',
      wording: {},
      timeZone: 'Europe/Berlin',
    },
    locale,
  ),
)

const asked = (policy: Policy, facts: Asked['facts']): Asked => ({
  policy,
  facts,
  reason: policy.reasons.find(({ id }) => id === facts.choice.reason) ?? null,
  destination: 'one',
})

describe('a decision about a line', () => {
  it('is there for any policy and any facts, and hangs together', () => {
    fc.assert(
      fc.property(arbitraryPolicy, arbitraryFacts, (policy, facts) => {
        const decision = evaluateLine(policy, facts)
        const methods = policy.methods.map(({ id }) => id)
        expect(decision.eligible).toBe(decision.refusal === null)
        expect(methods).toEqual(expect.arrayContaining([...decision.methods]))
        expect(decision.methods).toEqual(expect.arrayContaining([...decision.freeMethods]))
        expect(OUTCOMES).toEqual(expect.arrayContaining([...decision.outcomes]))
        expect(new Set(decision.fees.map(({ id }) => id)).size).toBe(decision.fees.length)
        expect(policy.destinations.map(({ id }) => id)).toContain(decision.destination)
        expect(decision.left).toBeGreaterThanOrEqual(0)
        if (decision.left === 0) expect(decision.eligible).toBe(false)
        if (decision.window.until !== null)
          expect(decision.window.open).toBe(facts.today <= decision.window.until)
      }),
      { numRuns: 300 },
    )
  })

  it('is the same each time, and changes neither policy nor facts', () => {
    fc.assert(
      fc.property(arbitraryPolicy, arbitraryFacts, (policy, facts) => {
        const before = JSON.stringify({ policy, facts })
        expect(evaluateLine(policy, facts)).toEqual(evaluateLine(policy, facts))
        expect(JSON.stringify({ policy, facts })).toBe(before)
      }),
      { numRuns: 100 },
    )
  })

  it('can be said in every language, each step of it', () => {
    fc.assert(
      fc.property(arbitraryPolicy, arbitraryFacts, (policy, facts) => {
        const { refusal, review, trace } = evaluateLine(policy, facts)
        const phrases = [...(refusal ? [refusal] : []), ...review, ...trace.map(({ says }) => says)]
        for (const talk of talks)
          for (const phrase of phrases)
            expect(sayPhrase(phrase, talk, { today: facts.today }).trim()).not.toBe('')
      }),
      { numRuns: 60 },
    )
  })

  it('doesn’t depend on the order of rules of different priorities', () => {
    fc.assert(
      fc.property(
        arbitraryPolicy,
        arbitraryFacts,
        fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 8, maxLength: 8 }),
        (policy, facts, weights) => {
          const rules = policy.rules.map((rule, index) => ({ ...rule, priority: 10 - index }))
          const shuffled = rules
            .map((rule, index) => ({ rule, weight: weights[index] ?? 0 }))
            .toSorted((a, b) => a.weight - b.weight)
            .map(({ rule }) => rule)
          expect(evaluateLine({ ...policy, rules: shuffled }, facts)).toEqual(
            evaluateLine({ ...policy, rules }, facts),
          )
        },
      ),
      { numRuns: 150 },
    )
  })

  it('takes nothing from rules that don’t hold', () => {
    fc.assert(
      fc.property(arbitraryPolicy, arbitraryFacts, (policy, facts) => {
        const never = {
          id: 'never',
          priority: 1000,
          when: { any: [{ fact: 'order.country' as const, is: 'XX' }] },
        }
        const rules = [
          {
            ...never,
            actions: [{ do: 'deny' as const, words: { en: 'Never' } }, { do: 'waive_fees' as const }],
          },
          ...policy.rules,
        ]
        expect(evaluateLine({ ...policy, rules }, facts)).toEqual(evaluateLine(policy, facts))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a withdrawal', () => {
  it('is never refused, reviewed, charged a fee or tied to credit, whatever the policy says', () => {
    fc.assert(
      fc.property(arbitraryPolicy, arbitraryFacts, (policy, random) => {
        const facts = { ...random, return: { ...random.return, ground: 'withdrawal' as const, gift: false } }
        const decision = evaluateLine(policy, facts)
        expect(decision.eligible).toBe(decision.left > 0)
        expect(decision.review).toEqual([])
        expect(decision.fees).toEqual([])
        expect(decision.outcomes).toContain('refund')
        expect(decision.methods.length).toBeGreaterThan(0)
        expect([decision.photosRequired, decision.commentRequired]).toEqual([false, false])
        const { deliveredOn } = facts.line
        if (deliveredOn !== null && decision.window.until !== null)
          expect(Date.parse(decision.window.until) - Date.parse(deliveredOn)).toBeGreaterThanOrEqual(
            14 * 86_400_000,
          )
        expect(evaluateReturn(policy, [facts]).approval).toBe('automatic')
        if (facts.return.wholeOrder) expect(decision.refundShipping).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})

describe('where the fault is ours', () => {
  it('there is no fee, and every method is free', () => {
    fc.assert(
      fc.property(arbitraryPolicy, arbitraryFacts, (policy, random) => {
        const decision = evaluateLine(policy, {
          ...random,
          choice: { ...random.choice, reason: 'damaged' },
        })
        expect(decision.ourFault).toBe(true)
        expect(decision.fees).toEqual([])
        expect(decision.freeMethods).toEqual(decision.methods)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a decision about a whole return', () => {
  it('is there for any items, and asks no more than each of them allows', () => {
    fc.assert(
      fc.property(arbitraryPolicy, fc.array(arbitraryFacts, { maxLength: 4 }), (policy, lines) => {
        const decision = evaluateReturn(policy, lines)
        expect(decision.lines.length).toBe(lines.length)
        expect(decision.methods).toEqual(expect.arrayContaining([...decision.freeMethods]))
        expect(decision.approval).toBe(decision.review.length > 0 ? 'review' : 'automatic')
        if (decision.lines.some(({ review }) => review.length > 0)) expect(decision.approval).toBe('review')
        for (const { orderId, lineId, eligible } of decision.lines)
          if (!eligible)
            expect(decision.refusals.some((one) => one.orderId === orderId && one.lineId === lineId)).toBe(
              true,
            )
      }),
      { numRuns: 200 },
    )
  })
})

describe('the linter', () => {
  it('has an answer to any policy, with a place that exists', () => {
    fc.assert(
      fc.property(arbitraryPolicy, (policy) => {
        for (const { pointer, detail } of lintPolicy(policy, {
          locales: ['en', 'de'],
          today: '2026-06-01',
        })) {
          expect(detail.trim()).not.toBe('')
          const place = pointer
            .split('/')
            .slice(1)
            .reduce<unknown>((at, part) => (at instanceof Object ? Reflect.get(at, part) : undefined), policy)
          expect(place, pointer).toBeDefined()
        }
      }),
      { numRuns: 150 },
    )
  })

  it('calls nothing impossible that some facts make hold', () => {
    fc.assert(
      fc.property(arbitraryPolicy, arbitraryCondition, arbitraryFacts, (policy, condition, facts) => {
        if (truthOf(condition, asked(policy, facts)) === true) expect(isPossible(condition)).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })

  it('says that one condition implies another only where it does', () => {
    fc.assert(
      fc.property(
        arbitraryPolicy,
        arbitraryCondition,
        arbitraryCondition,
        arbitraryFacts,
        (policy, one, other, facts) => {
          const both = { all: [one, other] }
          // What takes more than 2,000 steps is left open; whatever took fewer is known.
          const patience = { left: 4000 }
          expect(implies(both, [other], patience) || patience.left < 2000).toBe(true)
          if (implies(one, [other]) && truthOf(one, asked(policy, facts)) === true)
            expect(truthOf(other, asked(policy, facts))).not.toBe(false)
        },
      ),
      { numRuns: 500 },
    )
  })
})
