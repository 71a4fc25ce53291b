import { carrierWords } from '@/lib/i18n/carrier-words'
import type { Talk } from '@/lib/i18n/translator'
import { type AddressLines, addressLines } from './address-lines'
import { drawBarcode } from './draw-barcode'
import type { LabelFacts } from './label-facts'
import { modulesOf } from './modules'
import { decorate, linesOf, paintModules, rule, type Voice, widthOf, write, writeLines } from './pen'
import { type Element, figure, open, tag } from './structure'

type Document = PDFKit.PDFDocument

/** The stuck part of a label, in points: an A6 page, whose edges most printers leave white. */
const EDGE = 17
const WIDTH = 297.64 - 2 * EDGE
const CODE = 54

const CAPTION: Voice = { size: 6.5, weight: 600, spacing: 0.5 }
const SMALL: Voice = { size: 8.5, weight: 400 }
const VALUE: Voice = { size: 10.5, weight: 600 }

const TO = {
  name: { size: 13, weight: 600 },
  street: { size: 12, weight: 400 },
  town: { size: 16, weight: 800 },
  country: { size: 11, weight: 800 },
} as const satisfies Record<string, Voice>

function drawHead(doc: Document, sect: Element, { box, boxes }: LabelFacts, { t }: Talk): void {
  decorate(doc, () => {
    doc.roundedRect(EDGE, EDGE, WIDTH, 31, 3).fill('#000000')
  })
  tag(doc, sect, 'H1', () =>
    write(doc, t('label.title'), EDGE + 10, EDGE + 8, { size: 13, weight: 800, colour: '#ffffff' }),
  )
  const voice: Voice = { size: 10, weight: 600, colour: '#ffffff' }
  const counted = t('label.box', { box, boxes })
  tag(doc, sect, 'P', () =>
    write(doc, counted, EDGE + WIDTH - 10 - widthOf(doc, counted, voice), EDGE + 10, voice),
  )
}

const caption = (doc: Document, text: string, x: number, y: number, lang: string) =>
  write(doc, text.toLocaleUpperCase(lang), x, y, CAPTION)

function drawFrom(doc: Document, sect: Element, facts: LabelFacts, talk: Talk): void {
  tag(doc, sect, 'H2', () => caption(doc, talk.t('label.from'), EDGE, 57, talk.lang))
  if (!facts.from) {
    // Room to write.
    for (const y of [80, 97]) rule(doc, EDGE, y, WIDTH - CODE - 20, 0.5)
    tag(doc, sect, 'P', () => write(doc, talk.t('label.fromUnknown'), EDGE, 101, CAPTION))
    return
  }
  const { name, street, town, country } = addressLines(facts.from, facts.to, talk.locale)
  const lines = [name, street.join(', '), town, country].filter((line): line is string => Boolean(line))
  tag(doc, sect, 'P', () =>
    writeLines(
      doc,
      lines.flatMap((line) => linesOf(doc, line, WIDTH - CODE - 14, 1, SMALL)),
      EDGE,
      67,
      SMALL,
    ),
  )
}

function drawCheckIn(doc: Document, sect: Element, { checkIn, returnNumber }: LabelFacts, { t }: Talk): void {
  if (!checkIn) return
  const modules = modulesOf('qr', checkIn)
  const module = CODE / modules.rows
  const x = EDGE + WIDTH - CODE
  figure(doc, sect, t('label.checkInAlt', { number: returnNumber }), [x, 57, x + CODE, 57 + CODE], () =>
    paintModules(doc, modules, { x, y: 57, module, rowHeight: module }),
  )
}

function writeAddress(doc: Document, { name, street, town, country }: AddressLines, from: number): void {
  const parts: [string, number, Voice][] = [
    [name, 2, TO.name],
    ...street.map((line): [string, number, Voice] => [line, street.length > 1 ? 1 : 2, TO.street]),
    [town, 2, TO.town],
    ...(country ? [[country, 1, TO.country] satisfies [string, number, Voice]] : []),
  ]
  let y = from
  for (const [index, [text, most, voice]] of parts.entries()) {
    const lines = linesOf(doc, text, WIDTH, most, voice)
    const spaced = index < parts.length - 1 ? lines.map((line) => `${line} `) : lines
    y = writeLines(doc, spaced, EDGE, y, voice)
  }
}

function drawTo(doc: Document, sect: Element, { from, to }: LabelFacts, talk: Talk): void {
  rule(doc, EDGE, 119, WIDTH, 1.2)
  tag(doc, sect, 'H2', () => caption(doc, talk.t('label.to'), EDGE, 126, talk.lang))
  tag(doc, sect, 'P', () => writeAddress(doc, addressLines(to, from, talk.locale), 137))
}

function drawFacts(doc: Document, sect: Element, facts: LabelFacts, talk: Talk): void {
  rule(doc, EDGE, 238, WIDTH, 0.6)
  const cells: [string, string][] = [
    [talk.t('label.returnNumber'), facts.returnNumber],
    [talk.t('label.carrier'), carrierWords(facts.carrier, talk)],
    ...(facts.service ? [[talk.t('label.service'), facts.service] satisfies [string, string]] : []),
  ]
  const width = WIDTH / cells.length
  for (const [index, [name, value]] of cells.entries())
    tag(doc, sect, 'P', () => {
      const x = EDGE + index * width
      write(doc, `${name.toLocaleUpperCase(talk.lang)} `, x, 244, CAPTION)
      writeLines(doc, linesOf(doc, value, width - 8, 1, VALUE), x, 253, VALUE)
    })
  rule(doc, EDGE, 272, WIDTH, 0.6)
}

function drawFoot(doc: Document, sect: Element, { shopName, orderNumbers }: LabelFacts, { t }: Talk): void {
  const orders = orderNumbers.join(', ')
  const text = orders ? t('label.foot', { shop: shopName, orders }) : shopName
  tag(doc, sect, 'P', () =>
    writeLines(doc, linesOf(doc, text, WIDTH, 1, { size: 7, weight: 400 }), EDGE, 395, {
      size: 7,
      weight: 400,
    }),
  )
}

/** Draws what is stuck on the box, in the page's upper left corner, 105 × 148 mm. */
export function drawFront(doc: Document, root: Element, facts: LabelFacts, talk: Talk): void {
  const sect = open(doc, root, 'Sect')
  drawHead(doc, sect, facts, talk)
  drawFrom(doc, sect, facts, talk)
  drawCheckIn(doc, sect, facts, talk)
  drawTo(doc, sect, facts, talk)
  drawFacts(doc, sect, facts, talk)
  drawBarcode(doc, sect, facts, { x: EDGE, y: 282, width: WIDTH, height: 106 }, talk)
  drawFoot(doc, sect, facts, talk)
}
