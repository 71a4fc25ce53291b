import type { DemoProduct } from './product'

const variant = (sku: string, de: string, en: string, size: string, colour: string, stock: number) => ({
  sku,
  variant: { de, en },
  options: { size, colour },
  stock,
})

/** What Alpenglück sells, by the name of its picture. */
export const alpenglueckProducts = {
  jacket: {
    sku: 'AG-SHELL-M-PIN',
    title: { de: 'Regenjacke Karwendel', en: 'Karwendel rain jacket' },
    variant: { de: 'M / Latschenkiefer', en: 'M / Mountain pine' },
    price: 18990,
    category: 'jackets',
    tags: ['new', 'waterproof'],
    options: { size: 'M', colour: 'Latschenkiefer' },
    others: [
      variant('AG-SHELL-S-PIN', 'S / Latschenkiefer', 'S / Mountain pine', 'S', 'Latschenkiefer', 4),
      variant('AG-SHELL-L-PIN', 'L / Latschenkiefer', 'L / Mountain pine', 'L', 'Latschenkiefer', 2),
      variant('AG-SHELL-XL-PIN', 'XL / Latschenkiefer', 'XL / Mountain pine', 'XL', 'Latschenkiefer', 0),
      { ...variant('AG-SHELL-L-EMB', 'L / Glut', 'L / Ember', 'L', 'Glut', 7), price: 19990 },
    ],
  },
  boots: {
    sku: 'AG-BOOT-42-COG',
    title: { de: 'Bergstiefel Watzmann', en: 'Watzmann mountain boots' },
    variant: { de: '42 / Cognac', en: '42 / Cognac' },
    price: 24900,
    category: 'boots',
    tags: ['leather', 'resoleable'],
    options: { size: '42', colour: 'Cognac' },
    others: [
      variant('AG-BOOT-41-COG', '41 / Cognac', '41 / Cognac', '41', 'Cognac', 3),
      variant('AG-BOOT-43-COG', '43 / Cognac', '43 / Cognac', '43', 'Cognac', 5),
      variant('AG-BOOT-44-COG', '44 / Cognac', '44 / Cognac', '44', 'Cognac', 1),
    ],
  },
  rope: {
    sku: 'AG-ROPE-60-EMB',
    title: { de: 'Kletterseil Höllental', en: 'Höllental climbing rope' },
    variant: { de: '60 m / 9,6 mm', en: '60 m / 9.6 mm' },
    price: 17900,
    category: 'climbing',
    tags: ['safety'],
    options: { length: '60 m', diameter: '9.6 mm' },
  },
  backpack: {
    sku: 'AG-PACK-32-EMB',
    title: { de: 'Tourenrucksack Spitzing', en: 'Spitzing touring backpack' },
    variant: { de: '32 l / Glut', en: '32 l / Ember' },
    price: 13900,
    category: 'backpacks',
    tags: ['hut-to-hut'],
    options: { volume: '32 l', colour: 'Glut' },
  },
  thermos: {
    sku: 'AG-FLASK-750-PIN',
    title: { de: 'Isolierflasche Brotzeit', en: 'Brotzeit vacuum flask' },
    variant: { de: '0,75 l / Latschenkiefer', en: '0.75 l / Mountain pine' },
    price: 3990,
    category: 'kitchen',
    tags: ['steel'],
    options: { volume: '0.75 l', colour: 'Latschenkiefer' },
  },
  beanie: {
    sku: 'AG-WOOL-ONE-EMB',
    title: { de: 'Wollmütze Almabtrieb', en: 'Almabtrieb wool beanie' },
    variant: { de: 'Einheitsgröße / Glut', en: 'One size / Ember' },
    price: 3490,
    category: 'headwear',
    tags: ['merino'],
    options: { size: 'one', colour: 'Glut' },
  },
  mug: {
    sku: 'AG-MUG-350',
    title: { de: 'Emailbecher Sonnwend', en: 'Sonnwend enamel mug' },
    variant: { de: '0,35 l', en: '0.35 l' },
    price: 1690,
    category: 'kitchen',
    tags: ['enamel'],
    options: { volume: '0.35 l' },
  },
} as const satisfies Record<string, DemoProduct>
