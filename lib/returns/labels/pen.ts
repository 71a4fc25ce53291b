import { breakLines } from './break-lines'
import { fontRuns } from './font-runs'
import { fontFile, type Weight } from './fonts'
import { darkRuns, type Modules } from './modules'

export type Voice = {
  size: number
  weight: Weight
  colour?: string
  spacing?: number
  /** Digits of one width, for numbers that are read in groups. */
  tabular?: true
}

/** Lines of a paragraph stand this many sizes apart. */
export const LEADING = 1.28

const INK = '#000000'

type Document = PDFKit.PDFDocument

const choose = (doc: Document, subset: Parameters<typeof fontFile>[0], { weight, size }: Voice) => {
  const name = `${subset}-${weight}`
  doc.registerFont(name, fontFile(subset, weight)).font(name).fontSize(size)
}

const layoutOf = ({ spacing = 0, tabular }: Voice): PDFKit.Mixins.TextOptions => ({
  characterSpacing: spacing,
  ...(tabular && { features: ['tnum'] }),
})

/** How wide a line of text is, in points. */
export function widthOf(doc: Document, text: string, voice: Voice): number {
  let width = 0
  for (const run of fontRuns(text)) {
    choose(doc, run.subset, voice)
    width += doc.widthOfString(run.text, layoutOf(voice))
  }
  return width
}

/** Writes one line with its top at `y`, in points; answers where it ends. */
export function write(doc: Document, text: string, x: number, y: number, voice: Voice): number {
  let at = x
  const options = { ...layoutOf(voice), lineBreak: false }
  for (const run of fontRuns(text)) {
    choose(doc, run.subset, voice)
    doc.fillColor(voice.colour ?? INK).text(run.text, at, y, options)
    at += doc.widthOfString(run.text, layoutOf(voice))
  }
  return at
}

/** The lines that a text takes in a width. */
export const linesOf = (doc: Document, text: string, width: number, most: number, voice: Voice): string[] =>
  breakLines(text, width, most, (part) => widthOf(doc, part, voice))

/** Writes lines below each other; answers where the next one would begin. */
export function writeLines(
  doc: Document,
  lines: readonly string[],
  x: number,
  y: number,
  voice: Voice,
): number {
  const step = voice.size * LEADING
  // A space ends each line but the last, so that whoever reads the text hears words and not one long one.
  for (const [index, line] of lines.entries())
    write(doc, index < lines.length - 1 ? `${line} ` : line, x, y + index * step, voice)
  return y + lines.length * step
}

/** What is only to be seen: rules, fields and lines that nobody reads aloud. */
export function decorate(doc: Document, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}

export const rule = (doc: Document, x: number, y: number, width: number, weight: number): void =>
  decorate(doc, () => {
    doc.rect(x, y, width, weight).fill(INK)
  })

/** Paints a code's modules, each `module` points wide and `rowHeight` high. */
export function paintModules(
  doc: Document,
  modules: Modules,
  place: { x: number; y: number; module: number; rowHeight: number },
): void {
  for (const { column, row, length } of darkRuns(modules))
    doc.rect(
      place.x + column * place.module,
      place.y + row * place.rowHeight,
      length * place.module,
      place.rowHeight,
    )
  doc.fill(INK)
}
