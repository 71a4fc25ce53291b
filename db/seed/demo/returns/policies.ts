import { type DemoSlug, demoShops } from '@/db/seed/demo/shops'
import { defaultPolicy } from '@/lib/returns/policy/default-policy'
import type { Destination, Policy } from '@/lib/returns/policy/schema'

const DESTINATIONS: Record<DemoSlug, Omit<Destination, 'id'>> = {
  alpenglueck: {
    name: 'Alpenglück Retouren',
    line1: 'Am Bahndamm 12',
    postalCode: '83022',
    city: 'Rosenheim',
    countryCode: 'DE',
  },
  'maison-lumen': {
    name: 'Maison Lumen Retours',
    line1: '8 rue du Four',
    postalCode: '69100',
    city: 'Villeurbanne',
    countryCode: 'FR',
  },
  nordlys: {
    name: 'Nordlys Returns',
    line1: 'Havnegade 40',
    postalCode: '1058',
    city: 'København',
    countryCode: 'DK',
  },
}

const CARRIERS: Record<DemoSlug, string> = { alpenglueck: 'dhl', 'maison-lumen': 'colissimo', nordlys: 'gls' }

/** Everything that a shop gets without writing a policy, with its own address. */
const basic = (shop: DemoSlug): Policy => {
  const { locales } = demoShops[shop].settings
  return defaultPolicy({ currency: 'EUR', locales, destination: DESTINATIONS[shop], carrier: CARRIERS[shop] })
}

/** Alpenglück's: labels cost something unless the money stays, small things may be kept, ropes don't come back. */
function alpenglueck(): Policy {
  const policy = basic('alpenglueck')
  return {
    ...policy,
    methods: [
      ...policy.methods.map((method) =>
        method.kind === 'label' || method.kind === 'qr' ? { ...method, price: 390 } : method,
      ),
      {
        kind: 'store',
        id: 'store',
        texts: { de: 'Im Laden abgeben', en: 'Bring it to a store', bar: 'Im Ladn obgebm' },
        price: 0,
        countries: ['DE'],
        stores: [
          { id: 'muenchen', name: 'Alpenglück München', address: 'Sendlinger Straße 8, 80331 München' },
          { id: 'rosenheim', name: 'Alpenglück Rosenheim', address: 'Max-Josefs-Platz 3, 83022 Rosenheim' },
        ],
      },
      {
        kind: 'pickup',
        id: 'pickup',
        texts: { de: 'Daheim abholen lassen', en: 'Have it picked up', bar: 'Dahoam oholn lassn' },
        price: 690,
        countries: ['DE', 'AT'],
        carrier: 'dhl',
        provider: 'builtin',
        leadDays: 1,
        weekdays: [1, 2, 3, 4, 5, 6],
      },
    ],
    storeCredit: { bonusPercent: 10, bonusAmount: 0 },
    keepBelow: 2000,
    rules: [
      ...policy.rules,
      {
        id: 'safety-gear',
        priority: 0,
        note: 'Nobody can see whether a rope has held a fall.',
        when: {
          all: [{ fact: 'line.tags', has: ['safety'] }, { not: { fact: 'return.ground', is: 'withdrawal' } }],
        },
        actions: [
          {
            do: 'deny',
            words: {
              de: 'Seile nehmen wir nicht zurück: Niemand sieht ihnen an, ob sie schon einen Sturz gehalten haben.',
              en: 'We can’t take ropes back: nobody can see whether they have held a fall.',
              bar: 'Soal nemma ned zruck: Des siehgt eana koana o, ob s scho an Sturz ghoitn ham.',
            },
          },
        ],
      },
      {
        id: 'defects-are-looked-at',
        priority: 0,
        note: 'A picture often tells whether it can be mended.',
        when: { fact: 'return.reason', is: 'defective' },
        actions: [
          {
            do: 'review',
            words: {
              de: 'Das schauen wir uns erst an: Du hörst innerhalb eines Werktags von uns.',
              en: 'We’ll have a look first: you’ll hear from us within a working day.',
              bar: 'Des schaung ma uns erst o: Du hearst in am Werktag von uns.',
            },
          },
        ],
      },
      {
        id: 'credit-travels-free',
        priority: 0,
        note: 'Whoever stays with us pays no label.',
        when: {
          fact: 'return.outcome',
          in: ['store_credit', 'exchange_variant', 'exchange_product', 'replacement', 'repair'],
        },
        actions: [{ do: 'free_methods' }],
      },
    ],
  }
}

/** What each demo shop PUTs as its policy. */
export const demoPolicies: Record<DemoSlug, () => Policy> = {
  alpenglueck,
  'maison-lumen': () => basic('maison-lumen'),
  nordlys: () => basic('nordlys'),
}
