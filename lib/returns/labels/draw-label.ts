import PDFDocument from 'pdfkit'
import type { Talk } from '@/lib/i18n/translator'
import { drawFront } from './draw-front'
import { drawSlip } from './draw-slip'
import type { LabelFacts, LabelSize } from './label-facts'
import { openDocument } from './structure'

const PAPER = { a4: 'A4', a6: 'A6' } as const satisfies Record<LabelSize, string>

/**
 * Draws a return label as a tagged PDF (PDF/UA-1: language, title, headings, alternative texts, embedded fonts). A6 is the label
 * alone; A4 has it in the corner that two folds leave on top, beside it the steps and below it what goes into the box.
 */
export function drawLabel(facts: LabelFacts, size: LabelSize, talk: Talk): Promise<Uint8Array> {
  const { box, boxes, returnNumber } = facts
  const doc = new PDFDocument({
    size: PAPER[size],
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: talk.lang,
    displayTitle: true,
    // No standard font: those are not embedded.
    font: '',
    info: {
      Title: talk.t('label.documentTitle', { number: returnNumber, box, boxes }),
      Author: facts.shopName,
      Creator: 'Doorstep',
      CreationDate: new Date(facts.issuedAt),
    },
  })
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
    const root = openDocument(doc)
    drawFront(doc, root, facts, talk)
    if (size === 'a4') drawSlip(doc, root, facts, talk)
    doc.end()
  })
}
