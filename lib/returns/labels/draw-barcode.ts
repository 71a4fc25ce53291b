import type { Talk } from '@/lib/i18n/translator'
import type { LabelFacts } from './label-facts'
import { modulesOf } from './modules'
import { linesOf, paintModules, type Voice, widthOf, write, writeLines } from './pen'
import { spellNumber } from './spell-number'
import { type Element, figure, tag } from './structure'

type Box = { x: number; y: number; width: number; height: number }

/** A dot of the usual label printer (203 dpi) in points: bars that are whole dots wide print sharply. */
const DOT = 72 / 203

/** Code 128 asks for ten light modules at either side; the label's edge gives some of them. */
const QUIET_MODULES = 10

const NUMBER: Voice = { size: 12.5, weight: 600, spacing: 0.4, tabular: true }
const NUMBER_GAP = 5

/** The widest module, in whole dots, with which the code fits. */
const moduleIn = (width: number, modules: number): number => {
  const dots = Math.floor(width / modules / DOT)
  return dots > 0 ? dots * DOT : width / modules
}

const altOf = (facts: LabelFacts, { t }: Talk) => t('label.barcodeAlt', { number: spellNumber(facts) })

function drawBars(doc: PDFKit.PDFDocument, sect: Element, facts: LabelFacts, box: Box, talk: Talk): void {
  const modules = modulesOf(facts.symbology, facts.barcode)
  const module = moduleIn(box.width, modules.columns + 2 * QUIET_MODULES)
  const width = modules.columns * module
  const height = box.height - NUMBER.size - NUMBER_GAP
  const x = box.x + (box.width - width) / 2
  figure(doc, sect, altOf(facts, talk), [x, box.y, x + width, box.y + height], () =>
    paintModules(doc, modules, { x, y: box.y, module, rowHeight: height }),
  )
  const number = spellNumber(facts)
  tag(doc, sect, 'P', () => {
    const left = box.x + (box.width - widthOf(doc, number, NUMBER)) / 2
    write(doc, number, left, box.y + height + NUMBER_GAP, NUMBER)
  })
}

function drawSquare(doc: PDFKit.PDFDocument, sect: Element, facts: LabelFacts, box: Box, talk: Talk): void {
  const modules = modulesOf(facts.symbology, facts.barcode)
  const module = moduleIn(box.height, modules.rows + 2)
  const edge = modules.rows * module
  const y = box.y + (box.height - edge) / 2
  figure(doc, sect, altOf(facts, talk), [box.x, y, box.x + edge, y + edge], () =>
    paintModules(doc, modules, { x: box.x, y, module, rowHeight: module }),
  )
  tag(doc, sect, 'P', () => {
    const left = box.x + edge + 16
    const lines = linesOf(doc, spellNumber(facts), box.x + box.width - left, 3, NUMBER)
    writeLines(doc, lines, left, box.y + box.height / 2 - (lines.length * NUMBER.size) / 2, NUMBER)
  })
}

const DRAW = {
  code128: drawBars,
  'gs1-128': drawBars,
  datamatrix: drawSquare,
} as const satisfies Record<LabelFacts['symbology'], typeof drawBars>

/** The parcel's number for machines, and under or beside it for people. */
export const drawBarcode = (
  doc: PDFKit.PDFDocument,
  sect: Element,
  facts: LabelFacts,
  box: Box,
  talk: Talk,
): void => DRAW[facts.symbology](doc, sect, facts, box, talk)
