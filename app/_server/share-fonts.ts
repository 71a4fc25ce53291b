import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Brand } from '@/lib/shops/brand'

type Family = 'inter' | 'source-serif-4'

/** Shipped fonts that come nearest to a shop's stack: pictures can't use the reader's own. */
const FAMILY_OF = {
  system: 'inter',
  grotesque: 'inter',
  humanist: 'inter',
  mono: 'inter',
  serif: 'source-serif-4',
  slab: 'source-serif-4',
} as const satisfies Record<Brand['font']['heading'], Family>

const SUBSETS = ['latin', 'latin-ext'] as const

const load = (family: Family, subset: (typeof SUBSETS)[number], weight: 500 | 700) =>
  readFile(
    join(
      /* turbopackIgnore: true */ process.cwd(),
      'node_modules/@fontsource',
      family,
      'files',
      `${family}-${subset}-${weight}-normal.woff`,
    ),
  )

/** The two voices of a share image, `heading` and `text`, each in Latin and extended Latin. */
export async function shareFonts({ font }: Brand) {
  const voices = [
    { name: 'heading', family: FAMILY_OF[font.heading], weight: 700 },
    { name: 'text', family: FAMILY_OF[font.body], weight: 500 },
  ] as const
  return Promise.all(
    voices.flatMap(({ name, family, weight }) =>
      SUBSETS.map(async (subset) => ({
        name,
        data: await load(family, subset, weight),
        weight,
        style: 'normal' as const,
      })),
    ),
  )
}
