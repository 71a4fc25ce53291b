import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

export type Weight = 400 | 600 | 800

/** In the order in which they are asked for a character. */
const SUBSETS = [
  'latin',
  'latin-ext',
  'greek',
  'greek-ext',
  'cyrillic',
  'cyrillic-ext',
  'vietnamese',
] as const
export type Subset = (typeof SUBSETS)[number]

const FONT_FILES = join(/* turbopackIgnore: true */ process.cwd(), 'node_modules/@fontsource/inter')

let ranges: [Subset, [number, number][]][] | undefined

/** `U+0000-00FF,U+0131` as pairs of code points. */
const readRanges = (text: string): [number, number][] =>
  text.split(',').map((range) => {
    const [from = '', to = from] = range.trim().slice(2).split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })

function loadRanges(): [Subset, [number, number][]][] {
  const listed = z
    .record(z.string(), z.string())
    .parse(JSON.parse(readFileSync(join(FONT_FILES, 'unicode.json'), 'utf8')))
  return SUBSETS.map((subset) => [subset, readRanges(listed[subset] ?? '')])
}

/** The part of the font that has a character; null: none has it. */
export function subsetOf(character: string): Subset | null {
  ranges ??= loadRanges()
  const point = character.codePointAt(0) ?? 0
  const found = ranges.find(([, pairs]) => pairs.some(([from, to]) => point >= from && point <= to))
  return found?.[0] ?? null
}

const loaded = new Map<string, Uint8Array>()

/** One file of the shipped font, read once. */
export function fontFile(subset: Subset, weight: Weight): Uint8Array {
  const name = `inter-${subset}-${weight}-normal.woff`
  const known = loaded.get(name)
  if (known) return known
  const file = readFileSync(join(FONT_FILES, 'files', name))
  loaded.set(name, file)
  return file
}
