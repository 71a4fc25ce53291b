import type { PolicyInput } from '@/lib/returns/policy/schema'

/** A small policy, as the examples show it. */
export const EXAMPLE_POLICY = {
  schema: 1,
  currency: 'EUR',
  window: { days: 30, from: 'delivery' },
  reasons: [
    { id: 'size', texts: { en: 'Doesn’t fit', de: 'Passt nicht' } },
    {
      id: 'damaged',
      texts: { en: 'Arrived damaged', de: 'Beschädigt angekommen' },
      fault: 'shop',
      photos: 'required',
    },
  ],
  outcomes: ['refund', 'store_credit', 'exchange_variant', 'replacement'],
  methods: [
    {
      kind: 'label',
      id: 'label',
      texts: { en: 'Label to print', de: 'Etikett zum Ausdrucken' },
      carrier: 'dhl',
    },
  ],
  destinations: [
    {
      id: 'munich',
      name: 'Alpenglück Retouren',
      line1: 'Lindwurmstr. 100',
      postalCode: '80337',
      city: 'München',
      countryCode: 'DE',
    },
  ],
  rules: [
    {
      id: 'restocking',
      note: 'Furniture that nobody withdrew from',
      when: {
        all: [
          { fact: 'line.category', is: 'furniture' },
          { not: { fact: 'return.ground', is: 'withdrawal' } },
        ],
      },
      actions: [
        {
          do: 'fee',
          fee: { id: 'restocking', texts: { en: 'Restocking', de: 'Wiedereinlagerung' }, percent: 10 },
        },
      ],
    },
  ],
} satisfies PolicyInput
