import type { Locale } from '@/lib/i18n/locales'
import type { Texts } from '@/lib/returns/phrase'
import type { Outcome } from '@/lib/returns/vocabulary'
import { DEFAULT_TEXTS } from './default-texts'
import { type Destination, type Policy, type PolicyInput, policySchema } from './schema'

type Input = {
  /** ISO 4217. */
  currency: string
  /** The shop's languages; texts come in these. */
  locales: readonly Locale[]
  /** Where returns go. Without it nothing can be sent off by itself: a person looks at each return and names the address. */
  destination: Omit<Destination, 'id'> | null
  /** What the shop is called where it has named no address yet. */
  shopName?: string
  /** Slug of the carrier whose labels are printed. */
  carrier?: string
}

type TextId = keyof typeof DEFAULT_TEXTS

const BY_CHOICE: Outcome[] = ['refund', 'store_credit', 'exchange_variant', 'exchange_product', 'keep']
const BY_FAULT: Outcome[] = [
  'refund',
  'store_credit',
  'replacement',
  'repair',
  'exchange_variant',
  'exchange_product',
  'keep',
]

/** Where the address isn't known, the schema's fields still have to say something. */
const UNKNOWN = { line1: '?', postalCode: '?', city: '?', countryCode: 'ZZ' }

/** Dir. (EU) 2019/771, Art. 10: a defect can be reported for two years from delivery. */
const DEFECT_DAYS = 730

/**
 * What holds for a shop that has written no policy: thirty days from delivery, the usual reasons, defects for two years and free of
 * charge, nothing refused but what was made to order.
 */
export function defaultPolicy({
  currency,
  locales,
  destination,
  shopName = '?',
  carrier = 'dhl',
}: Input): Policy {
  const texts = (id: TextId): Texts =>
    Object.fromEntries(locales.map((locale) => [locale, DEFAULT_TEXTS[id][locale]]))
  const named = <I extends TextId>(id: I) => ({ id, texts: texts(id) })
  const own = { kind: 'own_carrier', ...named('own_carrier') } as const
  const input: PolicyInput = {
    schema: 1,
    currency,
    window: { days: 30, from: 'delivery' },
    reasons: [
      {
        ...named('size'),
        hint: texts('size_hint'),
        outcomes: BY_CHOICE,
        subReasons: [named('too_small'), named('too_large')],
      },
      {
        ...named('not_as_expected'),
        outcomes: BY_CHOICE,
        subReasons: [named('colour'), named('material'), named('look')],
      },
      { ...named('changed_mind'), outcomes: BY_CHOICE },
      { ...named('ordered_several'), outcomes: BY_CHOICE },
      { ...named('late'), outcomes: BY_CHOICE },
      {
        ...named('damaged'),
        fault: 'shop',
        photos: 'required',
        outcomes: BY_FAULT,
        subReasons: [named('item_damaged'), named('box_damaged')],
      },
      {
        ...named('defective'),
        fault: 'shop',
        photos: 'welcome',
        comment: 'required',
        hint: texts('defective_hint'),
        outcomes: BY_FAULT,
        subReasons: [named('from_start'), named('after_while')],
      },
      { ...named('wrong_item'), fault: 'shop', photos: 'required', outcomes: BY_FAULT },
      { ...named('other'), comment: 'required', outcomes: BY_CHOICE },
    ],
    outcomes: ['refund', 'store_credit', 'exchange_variant', 'exchange_product', 'replacement', 'repair'],
    methods: destination
      ? [{ kind: 'label', ...named('label'), carrier }, { kind: 'qr', ...named('qr'), carrier }, own]
      : [{ ...own, instructions: texts('address_follows') }],
    destinations: [
      { id: destination ? 'shop' : 'to_follow', ...(destination ?? { name: shopName, ...UNKNOWN }) },
    ],
    refund: { shipping: 'both' },
    limits: { returns: { count: 10, days: 90 } },
    autoApprove: destination !== null,
    rules: [
      {
        id: 'made_to_order',
        note: 'Art. 16 (c) of Directive 2011/83/EU: goods made to the consumer’s specifications.',
        when: {
          all: [
            { fact: 'line.tags', has: ['made-to-order'] },
            { not: { fact: 'return.ground', is: 'withdrawal' } },
          ],
        },
        actions: [{ do: 'deny', words: texts('made_to_order') }],
      },
      {
        id: 'defects',
        priority: 10,
        note: 'Directive (EU) 2019/771: a defect can be reported for two years.',
        when: { fact: 'return.fault', is: 'shop' },
        actions: [{ do: 'allow' }, { do: 'window', window: { days: DEFECT_DAYS, from: 'delivery' } }],
      },
    ],
  }
  return policySchema.parse(input)
}
