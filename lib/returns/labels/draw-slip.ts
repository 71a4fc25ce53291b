import { carrierWords } from '@/lib/i18n/carrier-words'
import { LOCALE_TABLE } from '@/lib/i18n/locales'
import type { Talk } from '@/lib/i18n/translator'
import type { LabelFacts } from './label-facts'
import { decorate, LEADING, linesOf, rule, type Voice, write, writeLines } from './pen'
import { type Element, open, tag } from './structure'

type Document = PDFKit.PDFDocument

/** The label takes the upper left quarter; folded twice, the page is the label. */
const FOLD = { x: 297.64, y: 420.94 }
const EDGE = 34
const RIGHT = { x: FOLD.x + 24, width: 595.28 - FOLD.x - 24 - EDGE }
const BELOW = { x: EDGE, width: 595.28 - 2 * EDGE }
const PAGE_END = 842 - EDGE

const SHOP: Voice = { size: 10, weight: 600 }
const TITLE: Voice = { size: 19, weight: 800 }
const TEXT: Voice = { size: 10, weight: 400 }
const COUNT: Voice = { size: 10, weight: 800 }
const NOTE: Voice = { size: 7.5, weight: 400, colour: '#444444' }

/** A day on paper: no "tomorrow", which paper would still say next week. */
const dayOnPaper = (day: string, { locale }: Talk): string =>
  new Intl.DateTimeFormat(LOCALE_TABLE[locale].intl, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`))

function stepsOf({ carrier, lastDay }: LabelFacts, talk: Talk): string[] {
  const { t } = talk
  const handIn = { carrier: carrierWords(carrier, talk) }
  return [
    t('label.steps.pack'),
    t('label.steps.cut'),
    t('label.steps.stick'),
    lastDay
      ? t('label.steps.handInBy', { ...handIn, day: dayOnPaper(lastDay, talk) })
      : t('label.steps.handIn', handIn),
    t('label.steps.receipt'),
  ]
}

function drawCutLines(doc: Document): void {
  decorate(doc, () => {
    doc.save().lineWidth(0.6).dash(3, { space: 3 }).strokeColor('#000000')
    doc.moveTo(FOLD.x, 0).lineTo(FOLD.x, FOLD.y).stroke()
    doc.moveTo(0, FOLD.y).lineTo(595.28, FOLD.y).stroke()
    doc.undash().restore()
  })
}

function drawSteps(doc: Document, root: Element, facts: LabelFacts, talk: Talk): void {
  const sect = open(doc, root, 'Sect')
  tag(doc, sect, 'P', () =>
    writeLines(doc, linesOf(doc, facts.shopName, RIGHT.width, 2, SHOP), RIGHT.x, EDGE, SHOP),
  )
  let y = EDGE + 38
  tag(doc, sect, 'H2', () => {
    y = writeLines(doc, linesOf(doc, talk.t('label.steps.title'), RIGHT.width, 2, TITLE), RIGHT.x, y, TITLE)
  })
  y += 10
  const list = open(doc, sect, 'L')
  for (const [index, step] of stepsOf(facts, talk).entries()) {
    const item = open(doc, list, 'LI')
    const top = y
    tag(doc, item, 'Lbl', () => write(doc, `${index + 1} `, RIGHT.x, top, COUNT))
    tag(doc, item, 'LBody', () => {
      y = writeLines(doc, linesOf(doc, step, RIGHT.width - 20, 5, TEXT), RIGHT.x + 20, top, TEXT)
    })
    y += 9
  }
  tag(doc, sect, 'P', () => write(doc, talk.t('label.cutHere'), RIGHT.x, FOLD.y - 16, NOTE))
}

function drawItems(doc: Document, root: Element, facts: LabelFacts, { t }: Talk): void {
  const sect = open(doc, root, 'Sect')
  let y = FOLD.y + 30
  tag(doc, sect, 'H2', () => write(doc, t('label.items.title'), BELOW.x, y, { size: 14, weight: 800 }))
  y += 24
  tag(doc, sect, 'P', () => {
    const counted = t('label.items.of', { number: facts.returnNumber, box: facts.box, boxes: facts.boxes })
    y = writeLines(doc, linesOf(doc, counted, BELOW.width, 2, TEXT), BELOW.x, y, TEXT)
  })
  y += 8
  const list = open(doc, sect, 'L')
  for (const { title, variant, quantity } of facts.items) {
    const lines = linesOf(doc, variant ? `${title}, ${variant}` : title, BELOW.width - 40, 2, TEXT)
    if (y + 12 + lines.length * TEXT.size * LEADING > PAGE_END) {
      doc.addPage()
      y = EDGE
    }
    rule(doc, BELOW.x, y, BELOW.width, 0.5)
    const top = y + 6
    const item = open(doc, list, 'LI')
    tag(doc, item, 'Lbl', () =>
      write(doc, `${t('label.items.count', { count: quantity })} `, BELOW.x, top, COUNT),
    )
    tag(doc, item, 'LBody', () => {
      y = writeLines(doc, lines, BELOW.x + 40, top, TEXT) + 4
    })
  }
}

/** Draws what stays off the box: how to send it, and what goes in. */
export function drawSlip(doc: Document, root: Element, facts: LabelFacts, talk: Talk): void {
  drawCutLines(doc)
  drawSteps(doc, root, facts, talk)
  drawItems(doc, root, facts, talk)
}
