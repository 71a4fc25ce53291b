import fc from 'fast-check'
import type { Condition, Test } from '@/lib/returns/policy/condition'
import { kindOf } from '@/lib/returns/policy/fact-kinds'
import { FACT_NAMES, type FactName } from '@/lib/returns/policy/fact-names'
import type { Facts } from '@/lib/returns/policy/facts'
import { type Action, type Policy, policySchema, type Rule } from '@/lib/returns/policy/schema'
import { EXCHANGE_SHIPPING, GROUNDS, METHOD_KINDS, OUTCOMES, REFUND_TRIGGERS } from '@/lib/returns/vocabulary'

const WORDS = ['a', 'b', 'c'] as const
const REASONS = ['size', 'mind', 'damaged'] as const
const METHODS = ['label', 'store'] as const
const DESTINATIONS = ['one', 'two'] as const

const word = fc.constantFrom(...WORDS)
const words = fc.uniqueArray(word, { maxLength: 3 })
const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const day = fc
  .integer({ min: 0, max: 400 })
  .map((days) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
const amount = fc.integer({ min: 0, max: 20_000 })
const count = fc.integer({ min: 0, max: 12 })
const texts = fc.record({ en: word })

const aValue = (fact: FactName): fc.Arbitrary<string | number | boolean> => {
  const kind = kindOf(fact)
  if (kind.type === 'boolean') return fc.boolean()
  if (kind.type === 'number') return fc.oneof(count, amount)
  if (kind.type === 'day') return day
  return fc.constantFrom<string>(
    ...WORDS,
    ...REASONS,
    ...METHODS,
    ...DESTINATIONS,
    ...(kind.type === 'text' ? (kind.values ?? []) : []),
  )
}

const bounds = (fact: FactName): fc.Arbitrary<number | string> =>
  kindOf(fact).type === 'day' ? day : fc.oneof(count, amount)

const test: fc.Arbitrary<Test> = fc.constantFrom(...FACT_NAMES).chain((fact) =>
  fc.oneof(
    aValue(fact).map((is): Test => ({ fact, is })),
    fc.array(aValue(fact), { minLength: 1, maxLength: 3 }).map((values): Test => ({ fact, in: values })),
    fc.array(aValue(fact), { minLength: 1, maxLength: 3 }).map((has): Test => ({ fact, has })),
    bounds(fact).map((atLeast): Test => ({ fact, atLeast })),
    bounds(fact).map((atMost): Test => ({ fact, atMost })),
    word.map((startsWith): Test => ({ fact, startsWith })),
  ),
)

/** Conditions over every fact, of every form. */
export const arbitraryCondition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    test,
    fc.array(tie('node'), { maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
    tie('node').map((not): Condition => ({ not })),
  ),
})).node

const window = fc.record({
  days: maybe(fc.integer({ min: 0, max: 100 })),
  from: fc.constantFrom('order', 'dispatch', 'delivery'),
  assumedDays: fc.integer({ min: 0, max: 20 }),
})

const fee = fc.record({
  id: word,
  texts,
  amount,
  per: fc.constantFrom('return', 'order', 'item'),
  outcomes: maybe(some(OUTCOMES)),
})

const listed = <T>(values: readonly T[]) =>
  fc.record({ only: some(values), not: some(values) }, { requiredKeys: [] })

/** Every action of the schema. */
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constant('deny'), words: texts }),
  fc.record({ do: fc.constant('allow') }),
  fc.record({ do: fc.constant('window'), window }),
  fc.record({ do: fc.constant('extend'), until: day }),
  listed(REASONS).map((list) => ({ do: 'reasons' as const, ...list })),
  listed(OUTCOMES).map((list) => ({ do: 'outcomes' as const, ...list })),
  listed(METHODS).map((list) => ({ do: 'methods' as const, ...list })),
  fc.record({ do: fc.constant('free_methods'), ids: some(METHODS) }),
  fc.record({ do: fc.constant('fee'), fee }),
  fc.record({ do: fc.constant('waive_fees'), ids: some(WORDS) }),
  fc.record({ do: fc.constant('bonus'), percent: count, amount }),
  fc.record({ do: fc.constant('approve') }),
  fc.record({ do: fc.constant('review'), words: texts }),
  fc.record({ do: fc.constant('block'), words: texts }),
  fc.record({ do: fc.constant('keep') }),
  fc.record({ do: fc.constant('photos') }),
  fc.record({ do: fc.constant('refund_shipping'), refund: fc.boolean() }),
  fc.record({ do: fc.constant('ship_exchange'), when: fc.constantFrom(...EXCHANGE_SHIPPING) }),
  fc.record({ do: fc.constant('refund_trigger'), when: fc.constantFrom(...REFUND_TRIGGERS) }),
  fc.record({ do: fc.constant('destination'), id: fc.constantFrom(...DESTINATIONS) }),
)

const rules: fc.Arbitrary<Rule[]> = fc
  .array(
    fc.record({
      priority: fc.integer({ min: -3, max: 3 }),
      when: arbitraryCondition,
      actions: fc.array(action, { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map((rule, index) => ({ id: `rule-${index}`, ...rule })))

/** Policies with rules of every kind; each is one that the schema lets in. */
export const arbitraryPolicy: fc.Arbitrary<Policy> = fc
  .record({
    window,
    outcomes: some(OUTCOMES),
    countries: fc.constantFrom([], ['DE'], ['FR']),
    price: amount,
    keepBelow: maybe(amount),
    autoApprove: fc.boolean(),
    limit: maybe(fc.record({ count: fc.integer({ min: 1, max: 3 }), days: fc.integer({ min: 1, max: 90 }) })),
    shipping: fc.constantFrom('never', 'whole_order', 'our_fault', 'both'),
    trigger: fc.constantFrom(...REFUND_TRIGGERS),
    narrowed: maybe(some(OUTCOMES)),
    categories: fc.constantFrom([], ['a']),
    rules,
  })
  .map(
    ({ countries, price, limit, shipping, trigger, narrowed, categories, window: own, outcomes, ...rest }) =>
      policySchema.parse({
        schema: 1,
        currency: 'EUR',
        window: own,
        reasons: [
          { id: 'size', texts: { en: 'Size' }, outcomes: narrowed, categories },
          { id: 'mind', texts: { en: 'Mind' }, comment: 'required', categories },
          { id: 'damaged', texts: { en: 'Damaged' }, fault: 'shop', photos: 'required', categories },
        ],
        outcomes,
        methods: [
          { kind: 'label', id: 'label', texts: { en: 'Label' }, carrier: 'dhl', price, countries },
          {
            kind: 'store',
            id: 'store',
            texts: { en: 'Store' },
            countries,
            stores: [{ id: 's', name: 'S', address: 'S 1' }],
          },
        ],
        destinations: DESTINATIONS.map((id) => ({
          id,
          name: id,
          line1: 'Weg 1',
          postalCode: '1',
          city: 'X',
          countryCode: 'DE',
        })),
        refund: { trigger, shipping },
        limits: { returns: limit, itemsPerReturn: 3 },
        ...rest,
      }),
  )

/** Facts of every kind, known and unknown. */
export const arbitraryFacts: fc.Arbitrary<Facts> = fc.record({
  today: day,
  customer: fc.record({
    key: maybe(word),
    tags: words,
    orders: count,
    returns: count,
    returnedOn: fc.array(day, { maxLength: 4 }),
    keptItems: count,
    credits: count,
    mistakes: count,
  }),
  order: fc.record({
    id: fc.constantFrom('o1', 'o2'),
    number: word,
    country: maybe(fc.constantFrom('DE', 'FR', 'US')),
    currency: fc.constant('EUR'),
    placedOn: day,
    tags: words,
    channel: maybe(word),
    total: amount,
    discountCodes: words,
    discount: amount,
    returns: count,
    dispatchedOn: maybe(day),
  }),
  line: fc.record({
    orderId: fc.constantFrom('o1', 'o2'),
    id: word,
    sku: maybe(word),
    category: maybe(word),
    tags: words,
    vendor: maybe(word),
    price: amount,
    paid: amount,
    quantity: fc.integer({ min: 1, max: 5 }),
    returned: fc.integer({ min: 0, max: 5 }),
    dispatchedOn: maybe(day),
    deliveredOn: maybe(day),
    awaited: fc.boolean(),
  }),
  choice: fc.record({
    quantity: fc.integer({ min: 0, max: 3 }),
    reason: maybe(fc.constantFrom<string>(...REASONS, 'gone')),
    subReason: maybe(word),
    outcome: maybe(fc.constantFrom(...OUTCOMES)),
    photos: count,
  }),
  return: fc.record({
    ground: fc.constantFrom(...GROUNDS),
    gift: fc.boolean(),
    method: maybe(fc.constantFrom<string>(...METHODS, 'gone')),
    methodKind: maybe(fc.constantFrom(...METHOD_KINDS)),
    items: count,
    value: amount,
    wholeOrder: fc.boolean(),
  }),
})
