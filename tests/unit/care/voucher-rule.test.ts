import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseTier, costOf } from '@/lib/care/choose-tier'
import { codeKey, voucherCode } from '@/lib/care/voucher-code'
import { type VoucherRule, voucherRuleSchema } from '@/lib/care/voucher-rule'

const GENERATED = { from: 'generated', pattern: 'SORRY-##########' }

const tier = fc.record({
  hours: fc.integer({ min: 0, max: 200 }),
  orderValue: fc.record({
    from: fc.integer({ min: 0, max: 500 }),
    below: fc.option(fc.integer({ min: 501, max: 1000 })),
  }),
  gives: fc.oneof(
    fc.record({ kind: fc.constant('amount'), value: fc.integer({ min: 1, max: 1000 }) }),
    fc.record({
      kind: fc.constant('percent'),
      value: fc.integer({ min: 1, max: 10_000 }),
      atMost: fc.integer({ min: 1, max: 1000 }),
    }),
  ),
  codes: fc.constant(GENERATED),
})

const rule: fc.Arbitrary<VoucherRule> = fc
  .record({
    active: fc.boolean(),
    monthlyBudget: fc.integer({ min: 0, max: 100_000 }),
    tiers: fc.array(tier, { minLength: 1, maxLength: 8 }),
  })
  .map((body) => voucherRuleSchema.parse(body))

const late = fc.record({
  hours: fc.integer({ min: 0, max: 300 }),
  orderValue: fc.integer({ min: 0, max: 1200 }),
})

describe('a rule for broken promises', () => {
  it('gives what one of its own tiers gives that is reached, or nothing', () => {
    fc.assert(
      fc.property(rule, late, (body, lateness) => {
        const chosen = chooseTier(body, lateness)
        const reached = body.tiers.filter(
          ({ hours, orderValue: { from, below } }) =>
            hours <= lateness.hours &&
            from <= lateness.orderValue &&
            (below === null || lateness.orderValue < below),
        )
        expect(chosen !== null).toBe(body.active && reached.length > 0)
        if (!chosen) return
        expect(reached).toContain(chosen)
        expect(chosen.hours).toBe(Math.max(...reached.map(({ hours }) => hours)))
        expect(costOf(chosen)).toBeGreaterThan(0)
      }),
    )
  })

  it('doesn’t depend on the order of its tiers, by what it costs', () => {
    fc.assert(
      fc.property(rule, late, (body, lateness) => {
        const turned = { ...body, tiers: body.tiers.toReversed() }
        const [a, b] = [chooseTier(body, lateness), chooseTier(turned, lateness)]
        expect([a?.hours, a && costOf(a)]).toEqual([b?.hours, b && costOf(b)])
      }),
    )
  })

  it('never comes to a lower tier because more hours pass', () => {
    fc.assert(
      fc.property(rule, late, fc.nat(100), (body, lateness, more) => {
        const now = chooseTier(body, lateness)
        const later = chooseTier(body, { ...lateness, hours: lateness.hours + more })
        if (now) expect(later?.hours).toBeGreaterThanOrEqual(now.hours)
      }),
    )
  })

  it('refuses codes that could be guessed, percents without a limit and ranges that hold nothing', () => {
    const refused = (one: object) =>
      voucherRuleSchema
        .safeParse({
          monthlyBudget: 1,
          tiers: [{ hours: 1, gives: { kind: 'amount', value: 1 }, codes: GENERATED, ...one }],
        })
        .error?.issues.map(({ path }) => path.slice(2).join('.'))
    expect(refused({})).toBeUndefined()
    expect(refused({ codes: { from: 'generated', pattern: 'SORRY-#########' } })).toEqual(['codes.pattern'])
    expect(refused({ gives: { kind: 'percent', value: 1000 } })).toEqual(['gives.atMost'])
    expect(refused({ orderValue: { from: 500, below: 500 } })).toEqual(['orderValue.below'])
  })
})

describe('a generated code', () => {
  it('follows its pattern, draws every sign from chance alone, and reads the same however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const code = voucherCode('SORRY-#####-#####', () => bytes)
        expect(code).toMatch(/^SORRY-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
        expect(codeKey(` ${code.toLowerCase()} `)).toBe(code)
      }),
    )
    const one = voucherCode('##########', () => new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7, 8, 31]))
    expect(one).toBe('012345678Z')
  })
})
