import type { DemoProduct } from './product'

/** What Nordlys sells, by the name of its picture. */
export const nordlysProducts = {
  headphones: {
    sku: 'NL-STILLE-2',
    title: { en: 'Stille 2 noise-cancelling headphones', de: 'Stille 2 Kopfhörer mit Geräuschdämpfung' },
    variant: { en: 'Frost', de: 'Frost' },
    price: 27900,
    category: 'audio',
    tags: ['wireless'],
    options: { colour: 'Frost' },
  },
  speaker: {
    sku: 'NL-KLANG-ROOM',
    title: { en: 'Klang Room speaker', de: 'Klang Room Lautsprecher' },
    variant: { en: 'Fog grey', de: 'Nebelgrau' },
    price: 19900,
    category: 'audio',
    tags: ['wireless', 'mains'],
    options: { colour: 'Fog grey' },
  },
  keyboard: {
    sku: 'NL-TASTE-75-ISO',
    title: { en: 'Taste 75 keyboard', de: 'Taste 75 Tastatur' },
    variant: { en: 'ISO, quiet switches', de: 'ISO-DE, leise Schalter' },
    price: 15900,
    category: 'desk',
    tags: ['hot-swap'],
    options: { layout: 'ISO', switches: 'quiet' },
  },
  charger: {
    sku: 'NL-VOLT-65',
    title: { en: 'Volt 65 W charger with cable', de: 'Volt Ladegerät 65 W mit Kabel' },
    variant: { en: 'EU plug, 2 × USB-C', de: 'EU-Stecker, 2 × USB-C' },
    price: 4990,
    category: 'power',
    tags: ['gan'],
    options: { plug: 'EU' },
  },
  'e-reader': {
    sku: 'NL-SIDE-7',
    title: { en: 'Side 7 e-reader', de: 'Side 7 E-Reader' },
    variant: { en: '32 GB, graphite', de: '32 GB, Graphit' },
    price: 18900,
    category: 'reading',
    tags: ['waterproof'],
    options: { storage: '32 GB', colour: 'Graphite' },
  },
  earbuds: {
    sku: 'NL-DRYPP-PRO',
    title: { en: 'Drypp Pro earbuds', de: 'Drypp Pro In-Ear-Kopfhörer' },
    variant: { en: 'Snow', de: 'Schnee' },
    price: 14900,
    category: 'audio',
    tags: ['wireless'],
    options: { colour: 'Snow' },
  },
} as const satisfies Record<string, DemoProduct>
