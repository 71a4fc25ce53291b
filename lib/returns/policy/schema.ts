import { z } from 'zod'
import { sumOf } from '@/lib/core/money'
import { LOCALES } from '@/lib/i18n/locales'
import { EXCHANGE_SHIPPING, GRADES, OUTCOMES, REFUND_TRIGGERS } from '@/lib/returns/vocabulary'
import { conditionSchema } from './condition'
import { testsIn } from './lint/tests-in'

const id = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'is a lower-case name like too-small')
const texts = z
  .partialRecord(z.enum(LOCALES), z.string().trim().min(1).max(500))
  .refine((all) => Object.keys(all).length > 0, 'needs words in at least one language')
/** Minor units of the policy's currency. */
const amount = z.number().int().min(0).max(100_000_000)
const percent = z.number().min(0).max(100)
const day = z.iso.date()
const countries = z.array(z.string().regex(/^[A-Z]{2}$/, 'is a country code like DE')).default([])
const outcomes = z.array(z.enum(OUTCOMES))

const windowSchema = z.strictObject({
  /** Whole days after the start, the start not counted; null: for ever. */
  days: z.number().int().min(0).max(3650).nullable(),
  from: z.enum(['order', 'dispatch', 'delivery']),
  /** Where the start is unknown: this many days after the order's. */
  assumedDays: z.number().int().min(0).max(365).default(7),
})
export type Window = z.infer<typeof windowSchema>

const asked = z.enum(['no', 'welcome', 'required'])

const subReasonSchema = z.strictObject({
  id,
  texts,
  photos: asked.nullish(),
  comment: asked.nullish(),
  hint: texts.nullish(),
})

const reasonSchema = z.strictObject({
  id,
  texts,
  /** Categories it is offered for; none named: all. */
  categories: z.array(z.string().min(1)).default([]),
  /** `shop`: a defect or a mistake of ours; the shopper bears no cost of it. */
  fault: z.enum(['shopper', 'shop']).default('shopper'),
  photos: asked.default('no'),
  comment: asked.default('welcome'),
  /** Narrows the outcomes; left out: all that the rules allow. */
  outcomes: outcomes.nullish(),
  /** What may spare the way back: a size chart, a way to mend it. Shown before a label is made. */
  hint: texts.nullish(),
  subReasons: z.array(subReasonSchema).max(30).default([]),
})
export type Reason = z.infer<typeof reasonSchema>
export type SubReason = z.infer<typeof subReasonSchema>

const methodBase = {
  id,
  texts,
  /** What to do, beyond the steps that the kind has. */
  instructions: texts.nullish(),
  /** What the shopper pays; deducted from the refund, or charged. */
  price: amount.default(0),
  /** Where it can be used from; none named: everywhere. */
  countries,
}
const carried = {
  /** The carrier's slug. */
  carrier: z.string().min(1).max(100),
  /** Who makes the label. */
  provider: z.enum(['builtin', 'easypost', 'shippo', 'sendcloud', 'dhl']).default('builtin'),
  /** The provider's own name of the service. */
  service: z.string().max(200).nullish(),
}
const storeSchema = z.strictObject({
  id,
  name: z.string().min(1).max(200),
  address: z.string().min(1).max(500),
  hours: texts.nullish(),
})
const methodSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('label'), ...methodBase, ...carried }),
  z.strictObject({ kind: z.literal('qr'), ...methodBase, ...carried }),
  z.strictObject({ kind: z.literal('store'), ...methodBase, stores: z.array(storeSchema).min(1).max(500) }),
  z.strictObject({
    kind: z.literal('pickup'),
    ...methodBase,
    ...carried,
    /** Working days between asking and the first possible day. */
    leadDays: z.number().int().min(0).max(30).default(1),
    /** ISO weekdays, 1 is Monday. */
    weekdays: z.array(z.number().int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]),
  }),
  z.strictObject({ kind: z.literal('own_carrier'), ...methodBase }),
])
export type Method = z.infer<typeof methodSchema>

const destinationSchema = z.strictObject({
  id,
  name: z.string().min(1).max(200),
  line1: z.string().min(1).max(200),
  line2: z.string().max(200).nullish(),
  postalCode: z.string().min(1).max(20),
  city: z.string().min(1).max(200),
  countryCode: z.string().regex(/^[A-Z]{2}$/),
  phone: z.string().max(40).nullish(),
  email: z.email().nullish(),
})
export type Destination = z.infer<typeof destinationSchema>

const feeSchema = z
  .strictObject({
    id,
    texts,
    amount: amount.nullish(),
    /** Of what was paid for the items. */
    percent: percent.nullish(),
    per: z.enum(['return', 'order', 'item']).default('return'),
    /** Only for these outcomes; left out: for all but `keep`. */
    outcomes: outcomes.nullish(),
  })
  .refine((fee) => (fee.amount == null) !== (fee.percent == null), 'has an amount or a percent, not both')
export type Fee = z.infer<typeof feeSchema>

const onlyOrNot = <T extends z.ZodType>(item: T) => ({
  only: z.array(item).min(1).optional(),
  not: z.array(item).min(1).optional(),
})

const actionSchema = z.discriminatedUnion('do', [
  /** Can't go back; `words` say why. */
  z.strictObject({ do: z.literal('deny'), words: texts }),
  /** Lifts refusals of rules below: a good customer's final sale. */
  z.strictObject({ do: z.literal('allow') }),
  z.strictObject({ do: z.literal('window'), window: windowSchema }),
  /** Nobody's window closes before this day: the season. */
  z.strictObject({ do: z.literal('extend'), until: day }),
  z.strictObject({ do: z.literal('reasons'), ...onlyOrNot(id) }),
  z.strictObject({ do: z.literal('outcomes'), ...onlyOrNot(z.enum(OUTCOMES)) }),
  z.strictObject({ do: z.literal('methods'), ...onlyOrNot(id) }),
  z.strictObject({ do: z.literal('free_methods'), ids: z.array(id).min(1).optional() }),
  z.strictObject({ do: z.literal('fee'), fee: feeSchema }),
  z.strictObject({ do: z.literal('waive_fees'), ids: z.array(id).min(1).optional() }),
  z.strictObject({ do: z.literal('bonus'), percent: percent.default(0), amount: amount.default(0) }),
  z.strictObject({ do: z.literal('approve') }),
  /** A person looks at it; `words` tell the shopper so, never silently. */
  z.strictObject({ do: z.literal('review'), words: texts }),
  /** On the shop's list: always looked at by a person, and nothing of it happens by itself. */
  z.strictObject({ do: z.literal('block'), words: texts }),
  z.strictObject({ do: z.literal('keep') }),
  z.strictObject({ do: z.literal('photos') }),
  z.strictObject({ do: z.literal('refund_shipping'), refund: z.boolean() }),
  z.strictObject({ do: z.literal('ship_exchange'), when: z.enum(EXCHANGE_SHIPPING) }),
  z.strictObject({ do: z.literal('refund_trigger'), when: z.enum(REFUND_TRIGGERS) }),
  z.strictObject({ do: z.literal('destination'), id }),
])
export type Action = z.infer<typeof actionSchema>

const ruleSchema = z.strictObject({
  id,
  /** The higher one wins where two rules say different things; equal ones by their place in the list. */
  priority: z.number().int().min(-1000).max(1000).default(0),
  /** For the merchant. */
  note: z.string().max(500).nullish(),
  when: conditionSchema,
  actions: z.array(actionSchema).min(1).max(20),
})
export type Rule = z.infer<typeof ruleSchema>

/** Every line of every page asks all of them. */
const MAX_TESTS = 2000

/** A shop's policy, one versioned document: everything that is decided without a person. */
export const policySchema = z.strictObject({
  schema: z.literal(1),
  /** ISO 4217, of every amount in the document. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  window: windowSchema,
  reasons: z.array(reasonSchema).min(1).max(100),
  /** What is offered where no rule says otherwise. */
  outcomes: outcomes.min(1),
  methods: z.array(methodSchema).min(1).max(50),
  /** The first is the usual one. */
  destinations: z.array(destinationSchema).min(1).max(50),
  storeCredit: z
    .strictObject({ bonusPercent: percent.default(0), bonusAmount: amount.default(0) })
    .default({ bonusPercent: 0, bonusAmount: 0 }),
  /** An item that was paid less than this may be kept; null: none. */
  keepBelow: amount.nullable().default(null),
  exchange: z
    .strictObject({
      ship: z.enum(EXCHANGE_SHIPPING).default('receipt'),
      /** How long stock is held for a return that doesn't set off. */
      reserveDays: z.number().int().min(1).max(90).default(14),
    })
    .default({ ship: 'receipt', reserveDays: 14 }),
  refund: z
    .strictObject({
      trigger: z.enum(REFUND_TRIGGERS).default('check'),
      /** Grades that need no person. */
      automaticGrades: z.array(z.enum(GRADES)).default(['as_new', 'opened']),
      /** Whether what was paid for shipping comes back when a whole order does, or when the fault is ours. */
      shipping: z.enum(['never', 'whole_order', 'our_fault', 'both']).default('our_fault'),
    })
    .default({ trigger: 'check', automaticGrades: ['as_new', 'opened'], shipping: 'our_fault' }),
  label: z
    .strictObject({
      /** An unused label is voided after so many days. */
      voidAfterDays: z.number().int().min(1).max(365).default(28),
      remindDaysBefore: z.number().int().min(0).max(60).default(7),
    })
    .default({ voidAfterDays: 28, remindDaysBefore: 7 }),
  limits: z
    .strictObject({
      /** More returns of one customer within the days are looked at by a person. */
      returns: z
        .strictObject({ count: z.number().int().min(1), days: z.number().int().min(1).max(730) })
        .nullable()
        .default(null),
      itemsPerReturn: z.number().int().min(1).max(250).default(100),
    })
    .default({ returns: null, itemsPerReturn: 100 }),
  /** Nothing is approved by itself where this is false and no rule approves. */
  autoApprove: z.boolean().default(true),
  rules: z
    .array(ruleSchema)
    .max(200)
    .refine(
      (rules) => sumOf(rules.map(({ when }) => testsIn(when, '').length)) <= MAX_TESTS,
      `have more than ${MAX_TESTS} tests of facts together`,
    )
    .default([]),
})
export type Policy = z.infer<typeof policySchema>
export type PolicyInput = z.input<typeof policySchema>
