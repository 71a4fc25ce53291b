import { defaultPolicy } from '@/lib/returns/policy/default-policy'
import type { Policy } from '@/lib/returns/policy/schema'

/** A policy by whose figures sums can be done in the head: labels cost something unless the money stays, small things are kept. */
export function framedPolicy(): Policy {
  const destination = {
    name: 'Gerahmt Retouren',
    line1: 'Prüfgasse 1',
    postalCode: '80331',
    city: 'München',
    countryCode: 'DE',
  }
  const policy = defaultPolicy({ currency: 'EUR', locales: ['de', 'en', 'fr'], destination })
  return {
    ...policy,
    methods: policy.methods.map((method) =>
      method.kind === 'own_carrier' ? method : { ...method, price: 390 },
    ),
    storeCredit: { bonusPercent: 10, bonusAmount: 0 },
    keepBelow: 2000,
    rules: [
      ...policy.rules,
      {
        id: 'defects-are-looked-at',
        priority: 0,
        when: { fact: 'return.reason', is: 'defective' },
        actions: [
          {
            do: 'review',
            words: {
              de: 'Das sehen wir uns erst an.',
              en: 'We’ll have a look first.',
              fr: 'Nous y regardons d’abord.',
            },
          },
        ],
      },
      {
        id: 'credit-travels-free',
        priority: 0,
        when: {
          fact: 'return.outcome',
          in: ['store_credit', 'exchange_variant', 'exchange_product', 'replacement', 'repair'],
        },
        actions: [{ do: 'free_methods' }],
      },
    ],
  }
}
