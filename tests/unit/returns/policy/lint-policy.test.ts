import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'
import { defaultPolicy } from '@/lib/returns/policy/default-policy'
import { FINDINGS, type LintOptions } from '@/lib/returns/policy/lint/finding'
import { lintPolicy } from '@/lib/returns/policy/lint-policy'
import { type PolicyInput, policySchema } from '@/lib/returns/policy/schema'

type Rules = NonNullable<PolicyInput['rules']>
type When = Rules[number]['when']

const always: When = { all: [] }
const words = { en: 'Words' }
const goodwillOnly: When = { not: { fact: 'return.ground', is: 'withdrawal' } }

const base: PolicyInput = {
  schema: 1,
  currency: 'EUR',
  window: { days: 30, from: 'delivery' },
  reasons: [{ id: 'any', texts: words }],
  outcomes: ['refund', 'store_credit', 'exchange_variant'],
  methods: [{ kind: 'own_carrier', id: 'own', texts: words }],
  destinations: [
    { id: 'shop', name: 'Shop', line1: 'Weg 1', postalCode: '10115', city: 'Berlin', countryCode: 'DE' },
  ],
}

const lint = (more: Partial<PolicyInput>, options: Partial<LintOptions> = {}) =>
  lintPolicy(policySchema.parse({ ...base, ...more }), { locales: ['en'], ...options })

const told = (more: Partial<PolicyInput>, options?: Partial<LintOptions>) =>
  lint(more, options).map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`)

const rule = (when: When, ...actions: Rules[number]['actions']): Rules[number] => ({
  id: 'rule',
  when,
  actions,
})

const fee = (more: object = {}): Rules[number]['actions'][number] => ({
  do: 'fee',
  fee: { id: 'restocking', texts: words, percent: 10, ...more },
})

it('says nothing against a plain policy, nor against the default one in any language', () => {
  expect(told({})).toEqual([])
  const destination = { name: 'Shop', line1: 'Weg 1', postalCode: '10115', city: 'Berlin', countryCode: 'DE' }
  const options = { currency: 'EUR', locales: LOCALES }
  expect(lintPolicy(defaultPolicy({ ...options, destination }), { locales: LOCALES })).toEqual([])
  expect(lintPolicy(defaultPolicy({ ...options, destination: null }), { locales: LOCALES })).toEqual([])
})

describe('a restocking fee', () => {
  it('is refused where it reaches a withdrawal', () => {
    const finding = ['error fee_on_withdrawal /rules/0/actions/0/fee']
    expect(told({ rules: [rule(always, fee())] })).toEqual(finding)
    expect(told({ rules: [rule({ fact: 'line.category', is: 'sofas' }, fee())] })).toEqual(finding)
    expect(told({ rules: [rule({ fact: 'order.country', is: 'DE' }, fee())] })).toEqual(finding)
    expect(told({ rules: [rule({ fact: 'return.ground', is: 'withdrawal' }, fee())] })).toEqual(finding)
  })

  it.each<[string, When]>([
    ['goodwill alone', goodwillOnly],
    ['exchanges', { fact: 'return.ground', in: ['goodwill', 'exchange'] }],
    ['other countries', { fact: 'order.country', in: ['US', 'CH'] }],
    ['after the fourteen days', { fact: 'line.daysSinceDelivery', atLeast: 15 }],
    ['the same, counted from delivery', { fact: 'line.daysSinceStart', atLeast: 15 }],
    ['credit', { fact: 'return.outcome', is: 'store_credit' }],
    ['gifts', { fact: 'return.gift', is: true }],
  ])('may be for %s', (_what, when) => {
    expect(told({ rules: [rule(when, fee())] })).toEqual([])
  })

  it('may be for other outcomes than the money', () => {
    expect(told({ rules: [rule(always, fee({ outcomes: ['exchange_variant'] }))] })).toEqual([])
  })

  it('is warned of where it can be more than what was paid', () => {
    const dear = fee({ percent: null, amount: 1500 })
    const cheap: When = { all: [goodwillOnly, { fact: 'line.paid', atMost: 1000 }] }
    expect(told({ rules: [rule(cheap, dear)] })).toEqual([
      'warning fee_above_price /rules/0/actions/0/fee/amount',
    ])
    expect(told({ rules: [rule(goodwillOnly, dear)] }, { lowestPrice: 1499 })).toHaveLength(1)
    expect(told({ rules: [rule(goodwillOnly, dear)] }, { lowestPrice: 1500 })).toEqual([])
  })
})

describe('a window for consumers in the EU', () => {
  it('is refused under fourteen days', () => {
    expect(told({ window: { days: 13, from: 'delivery' } })).toEqual([
      'error window_below_statutory /window/days',
    ])
    expect(
      told({
        rules: [
          rule({ fact: 'line.tags', has: ['sale'] }, { do: 'window', window: { days: 7, from: 'delivery' } }),
        ],
      }),
    ).toEqual(['error window_below_statutory /rules/0/actions/0/window/days'])
  })

  it('may be fourteen, or for ever', () => {
    expect(told({ window: { days: 14, from: 'delivery' } })).toEqual([])
    expect(told({ window: { days: null, from: 'order' } })).toEqual([])
  })

  it('is warned of where it counts from an earlier day and may end before', () => {
    expect(told({ window: { days: 20, from: 'order' } })).toEqual([
      'warning window_before_delivery /window/from',
    ])
    expect(told({ window: { days: 30, from: 'dispatch' } })).toEqual([])
  })

  it('may be short where a rule gives every EU consumer another, or nobody there is served', () => {
    const window = { days: 7, from: 'delivery' } as const
    const rules = [rule(always, { do: 'window', window: { days: 30, from: 'delivery' } })]
    expect(told({ window, rules })).toEqual([])
    const methods = [{ kind: 'own_carrier' as const, id: 'own', texts: words, countries: ['US'] }]
    expect(told({ window, methods })).toEqual([])
  })

  it('may be short for exchanges alone', () => {
    const when: When = { fact: 'return.outcome', in: ['exchange_variant', 'exchange_product'] }
    expect(told({ rules: [rule(when, { do: 'window', window: { days: 7, from: 'delivery' } })] })).toEqual([])
  })
})

describe('credit as the only refund', () => {
  it('is refused, in the document, in a rule and for a reason', () => {
    expect(told({ outcomes: ['store_credit'] })).toEqual(['error credit_only /outcomes'])
    expect(told({ rules: [rule(always, { do: 'outcomes', only: ['store_credit'] })] })).toEqual([
      'error credit_only /rules/0/actions/0',
    ])
    expect(
      told({
        rules: [rule({ fact: 'line.discountPercent', atLeast: 50 }, { do: 'outcomes', not: ['refund'] })],
      }),
    ).toEqual(['error credit_only /rules/0/actions/0'])
    expect(told({ reasons: [{ id: 'any', texts: words, outcomes: ['store_credit'] }] })).toEqual([
      'error credit_only /reasons/0/outcomes',
    ])
  })

  it('may be what a defect leads to instead, or what comes after the statutory days', () => {
    expect(told({ reasons: [{ id: 'any', texts: words, fault: 'shop', outcomes: ['repair'] }] })).toEqual([])
    const late: When = { fact: 'line.daysSinceDelivery', atLeast: 15 }
    expect(told({ rules: [rule(late, { do: 'outcomes', not: ['refund'] })] })).toEqual([])
  })
})

it('warns of a refusal that an EU consumer could withdraw from', () => {
  const deny = { do: 'deny', words } as const
  expect(told({ rules: [rule({ fact: 'line.tags', has: ['sale'] }, deny)] })).toEqual([
    'warning refusal_within_withdrawal /rules/0/actions/0',
  ])
  expect(
    told({ rules: [rule({ all: [{ fact: 'line.tags', has: ['sale'] }, goodwillOnly] }, deny)] }),
  ).toEqual([])
})

describe('words', () => {
  const everywhere: Partial<PolicyInput> = {
    reasons: [{ id: 'any', texts: words, hint: words, subReasons: [{ id: 'sub', texts: words }] }],
    methods: [{ kind: 'own_carrier', id: 'own', texts: words, instructions: words }],
    rules: [
      rule(goodwillOnly, fee(), { do: 'deny', words }),
      { ...rule(goodwillOnly, { do: 'review', words }), id: 'other' },
    ],
  }

  it('that a language of the shop lacks are warned of, while English stands in', () => {
    const found = told(everywhere, { locales: ['en', 'fr'] })
    expect(found.sort()).toEqual(
      [
        '/methods/0/instructions',
        '/methods/0/texts',
        '/reasons/0/hint',
        '/reasons/0/subReasons/0/texts',
        '/reasons/0/texts',
        '/rules/0/actions/0/fee/texts',
        '/rules/0/actions/1/words',
        '/rules/1/actions/0/words',
      ].map((pointer) => `warning missing_words ${pointer}`),
    )
  })

  it('that nobody of a language would understand are refused', () => {
    const reasons = [{ id: 'any', texts: { de: 'Egal' } }]
    expect(told({ reasons }, { locales: ['de', 'en'] })).toContain('error no_words /reasons/0/texts')
  })

  it('of a dialect may be those of its language', () => {
    const reasons = [{ id: 'any', texts: { en: 'Any', de: 'Egal' } }]
    const methods = [{ kind: 'own_carrier' as const, id: 'own', texts: { en: 'Own', de: 'Selbst' } }]
    expect(told({ reasons, methods }, { locales: ['de', 'bar'] })).toEqual([])
  })
})

describe('ids', () => {
  it.each<[string, Rules[number]['actions'][number], string]>([
    ['a reason', { do: 'reasons', not: ['gone'] }, '/rules/0/actions/0/not/0'],
    ['a method', { do: 'methods', only: ['own', 'gone'] }, '/rules/0/actions/0/only/1'],
    ['a free method', { do: 'free_methods', ids: ['gone'] }, '/rules/0/actions/0/ids/0'],
    ['a fee', { do: 'waive_fees', ids: ['gone'] }, '/rules/0/actions/0/ids/0'],
    ['a destination', { do: 'destination', id: 'gone' }, '/rules/0/actions/0/id'],
  ])('that lead nowhere are refused: %s', (_what, action, pointer) => {
    expect(told({ rules: [rule(always, action)] })).toEqual([`error unknown_id ${pointer}`])
  })

  it('in conditions are looked up too', () => {
    const when: When = {
      any: [
        { fact: 'return.reason', in: ['any', 'gone'] },
        { fact: 'return.method', is: 'gone' },
      ],
    }
    expect(told({ rules: [rule(when, { do: 'photos' })] })).toEqual([
      'error unknown_id /rules/0/when/any/0/in/1',
      'error unknown_id /rules/0/when/any/1/is',
    ])
  })

  it('that occur twice are refused', () => {
    const reasons = [
      { id: 'any', texts: words },
      { id: 'any', texts: words },
    ]
    const rules = [rule(always, { do: 'photos' }), rule(always, { do: 'keep' })]
    expect(told({ reasons, rules })).toEqual([
      'error duplicate_id /reasons/1/id',
      'error duplicate_id /rules/1/id',
    ])
  })
})

describe('a test that nothing fulfils', () => {
  it.each<[string, When]>([
    ['a list compared with one value', { fact: 'line.tags', is: 'sale' }],
    ['a value looked for as in a list', { fact: 'line.category', has: ['shoes'] }],
    ['a number compared with a word', { fact: 'order.total', is: 'much' }],
    ['an amount compared with a day', { fact: 'order.total', atLeast: '2026-01-01' }],
    ['more than all of it', { fact: 'order.discountPercent', atLeast: 101 }],
    ['less than nothing', { fact: 'line.paid', atMost: -1 }],
    ['an outcome that doesn’t exist', { fact: 'return.outcome', is: 'money' }],
    ['a day compared with a number', { fact: 'order.placedOn', atLeast: 20261101 }],
  ])('is refused: %s', (_what, when) => {
    expect(told({ rules: [rule(when, { do: 'photos' })] })).toEqual(['error impossible_test /rules/0/when'])
  })
})

describe('a rule without effect', () => {
  it.each<[string, When]>([
    [
      'two countries at once',
      {
        all: [
          { fact: 'order.country', is: 'DE' },
          { fact: 'order.country', is: 'FR' },
        ],
      },
    ],
    [
      'more and less',
      {
        all: [
          { fact: 'order.total', atLeast: 100 },
          { fact: 'order.total', atMost: 99 },
        ],
      },
    ],
    [
      'this and not this',
      { all: [{ fact: 'line.sku', startsWith: 'A-1' }, { not: { fact: 'line.sku', startsWith: 'A' } }] },
    ],
    [
      'every branch',
      {
        all: [
          { fact: 'return.gift', is: true },
          {
            any: [
              { fact: 'return.gift', is: false },
              { fact: 'return.fault', in: ['shop', 'shopper'] },
            ],
          },
          { not: { fact: 'return.fault', is: 'shop' } },
          { not: { fact: 'return.fault', is: 'shopper' } },
        ],
      },
    ],
    [
      'a tag and not the tag',
      { all: [{ fact: 'line.tags', has: ['a'] }, { not: { fact: 'line.tags', has: ['a', 'b'] } }] },
    ],
  ])('is found where it contradicts itself: %s', (_what, when) => {
    expect(told({ rules: [rule(when, { do: 'photos' })] })).toEqual([
      'warning unreachable_rule /rules/0/when',
    ])
  })

  const window = (days: number) => ({ do: 'window', window: { days, from: 'delivery' } }) as const
  const named = (id: string, when: When, priority: number, ...actions: Rules[number]['actions']) => ({
    id,
    priority,
    when,
    actions,
  })

  it('is found where a stronger rule always holds with it', () => {
    const german: When = {
      all: [
        { fact: 'order.country', is: 'DE' },
        { fact: 'line.paid', atLeast: 100 },
      ],
    }
    expect(
      told({
        rules: [
          named('narrow', german, 0, window(40)),
          named('wide', { fact: 'order.country', in: ['DE', 'AT'] }, 1, window(50)),
        ],
      }),
    ).toEqual(['warning unreachable_rule /rules/0'])
  })

  it('is found where several stronger ones cover it together', () => {
    expect(
      told({
        rules: [
          named('low', { fact: 'line.paid', atMost: 1000 }, 1, window(40)),
          named('high', { fact: 'line.paid', atLeast: 1000 }, 1, window(50)),
          named('any', { fact: 'line.paid', atLeast: 0 }, 0, window(60)),
        ],
      }),
    ).toEqual(['warning unreachable_rule /rules/2'])
  })

  it('is told of its place where only a part of it has none', () => {
    const rules = [
      named('first', always, 0, window(40)),
      named('second', always, 0, { do: 'photos' }, window(50)),
    ]
    expect(told({ rules })).toEqual(['warning overruled_action /rules/1/actions/1'])
  })

  it('is none where the stronger one may not hold', () => {
    expect(
      told({
        rules: [
          named('german', { fact: 'order.country', is: 'DE' }, 1, window(40)),
          named('any', always, 0, window(50)),
        ],
      }),
    ).toEqual([])
  })

  it('knows what beats what: approvals, fees, refusals', () => {
    const look = { do: 'review', words } as const
    expect(
      told({ rules: [named('look', always, 0, look), named('go', always, 0, { do: 'approve' })] }),
    ).toEqual(['warning unreachable_rule /rules/1'])
    expect(
      told({ rules: [named('look', always, 0, look), named('go', always, 1, { do: 'approve' })] }),
    ).toEqual(['warning unreachable_rule /rules/0'])
    expect(
      told({ rules: [named('fee', goodwillOnly, 0, fee()), named('none', always, 0, { do: 'waive_fees' })] }),
    ).toEqual(['warning unreachable_rule /rules/0'])
    expect(
      told({
        rules: [
          named('no', goodwillOnly, 0, { do: 'deny', words }),
          named('yes', always, 1, { do: 'allow' }),
        ],
      }),
    ).toEqual(['warning unreachable_rule /rules/0'])
    expect(
      told({
        rules: [
          named('no', goodwillOnly, 0, { do: 'deny', words }),
          named('yes', always, 0, { do: 'allow' }),
        ],
      }),
    ).toEqual([])
  })
})

it('tells of what goes round in a circle, of old seasons, of reminders and of what says nothing', () => {
  expect(
    told({ rules: [rule({ fact: 'return.destination', is: 'shop' }, { do: 'destination', id: 'shop' })] }),
  ).toEqual(['error circular_destination /rules/0/actions/0'])
  const season = [rule(always, { do: 'extend', until: '2026-01-31' })]
  expect(told({ rules: season }, { today: '2026-02-01' })).toEqual([
    'warning season_over /rules/0/actions/0/until',
  ])
  expect(told({ rules: season }, { today: '2026-01-31' })).toEqual([])
  expect(told({ label: { voidAfterDays: 7, remindDaysBefore: 7 } })).toEqual([
    'warning reminder_before_label /label/remindDaysBefore',
  ])
  expect(told({ outcomes: ['refund', 'keep'] })).toEqual(['warning keep_without_limit /outcomes/1'])
  expect(told({ reasons: [{ id: 'any', texts: words, categories: ['shoes'] }] })).toEqual([
    'warning no_common_reason /reasons',
  ])
})

it('puts errors first', () => {
  const findings = lint({ outcomes: ['store_credit', 'keep'], rules: [rule(always, fee())] })
  expect(findings.map(({ severity }) => severity)).toEqual(['error', 'error', 'warning'])
  for (const { code, severity } of findings) expect(FINDINGS[code]).toBe(severity)
})
