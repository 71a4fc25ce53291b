import { inflateSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'
import { drawLabel } from '@/lib/returns/labels/draw-label'
import type { LabelFacts } from '@/lib/returns/labels/label-facts'
import { readPdf } from '@/tests/support/read-label'
import { labelFacts, talkIn } from '@/tests/support/sample-label'

const SYMBOLS = [
  ['code128', 'RR123456785DE', 'Code128', 'RR123456785DE'],
  ['code128', 'R7K2M4QX01', 'Code128', 'R7K2M4QX01'],
  ['code128', 'ALPENGLUECK-000000000042', 'Code128', 'ALPENGLUECK-000000000042'],
  // GS1's own identifier of an SSCC stands before it.
  ['gs1-128', '376104250021234569', 'Code128', '00376104250021234569'],
  ['datamatrix', 'RR123456785DE', 'DataMatrix', 'RR123456785DE'],
  ['datamatrix', '376104250021234569', 'DataMatrix', '376104250021234569'],
] as const satisfies readonly (readonly [LabelFacts['symbology'], string, string, string])[]

describe('a label, printed', () => {
  for (const size of ['a4', 'a6'] as const)
    it.each(SYMBOLS)(`says %s %s to a scanner on ${size}`, async (symbology, barcode, format, said) => {
      const [page] = await readPdf(await drawLabel(labelFacts({ symbology, barcode }), size, talkIn('de')))
      expect(page?.codes).toContainEqual({ format, text: said })
      expect(page?.codes).toContainEqual({ format: 'QRCode', text: 'https://orders.example/r/R7K2-M4QX' })
      expect(page?.codes).toHaveLength(2)
    })

  it('can still be scanned from a poor print', async () => {
    const [page] = await readPdf(await drawLabel(labelFacts(), 'a4', talkIn('de')), 1.5)
    expect(page?.codes).toContainEqual({ format: 'Code128', text: 'RR123456785DE' })
  })

  it('is a page of its paper', async () => {
    const pages = await Promise.all(
      (['a4', 'a6'] as const).map(async (size) =>
        readPdf(await drawLabel(labelFacts(), size, talkIn('de')), 1),
      ),
    )
    expect(
      pages.map((all) => all.map(({ width, height }) => [Math.round(width), Math.round(height)])),
    ).toEqual([[[595, 842]], [[298, 420]]])
  })

  it('has the address, the number under the bars, the box and the way there as text', async () => {
    const [page] = await readPdf(await drawLabel(labelFacts(), 'a6', talkIn('de')), 1)
    for (const part of [
      'Resi Huber-Łukasiewicz',
      '80331 München',
      '6020 Innsbruck',
      'ÖSTERREICH',
      'RR 123 456 785 DE',
      'Karton 1 von 2',
      'R7K2-M4QX',
      'DHL',
      'AG-1001, AG-1007',
    ])
      expect(page?.text).toContain(part)
  })

  it('names no country that both ends share, and every country where the sender is unknown', async () => {
    const { to } = labelFacts()
    const inland = await readPdf(
      await drawLabel(labelFacts({ to: { ...to, countryCode: 'DE' } }), 'a6', talkIn('de')),
      1,
    )
    expect(inland[0]?.text).not.toContain('DEUTSCHLAND')
    const unknown = await readPdf(
      await drawLabel(labelFacts({ from: null }), 'a6', talkIn('fr', 'formal')),
      1,
    )
    expect(unknown[0]?.text).toContain('AUTRICHE')
    expect(unknown[0]?.text).toContain('écrire ici votre nom')
  })

  it('tells on A4 what to do and what goes in, and on A6 nothing of it', async () => {
    const [a4] = await readPdf(await drawLabel(labelFacts(), 'a4', talkIn('de')), 1)
    expect(a4?.text).toContain('So geht’s zurück')
    expect(a4?.text.replace(/\s+/g, ' ')).toContain('spätestens am Samstag, 19. Dezember 2026')
    expect(a4?.text).toContain('Regenjacke Karwendel, M / Enzian')
    const [a6] = await readPdf(await drawLabel(labelFacts(), 'a6', talkIn('de')), 1)
    expect(a6?.text).not.toContain('Regenjacke')
  })

  it('goes on on a second page where more goes in than fits', async () => {
    const items = Array.from({ length: 60 }, (_, i) => ({
      title: `Artikel ${i + 1}`,
      variant: null,
      quantity: 1,
    }))
    const pages = await readPdf(await drawLabel(labelFacts({ items }), 'a4', talkIn('de')), 1)
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.map(({ text }) => text).join('\n')).toContain('Artikel 60')
  })

  it('holds whatever people are called: long names, many scripts, one endless word', async () => {
    const { to } = labelFacts()
    const from = {
      ...to,
      name: 'Ελένη Παπαδοπούλου-Жанна Đặng Thị Ngọc',
      line1: 'x'.repeat(300),
      city: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
    }
    const [page] = await readPdf(await drawLabel(labelFacts({ from, to: from }), 'a4', talkIn('en')))
    expect(page?.text).toContain('Ελένη')
    expect(page?.text).toContain('Đặng')
    expect(page?.text).toContain('…')
    expect(page?.codes).toContainEqual({ format: 'Code128', text: 'RR123456785DE' })
  })

  it('writes a question mark where no font of ours has the character', async () => {
    const { to } = labelFacts()
    const [page] = await readPdf(
      await drawLabel(labelFacts({ to: { ...to, name: '山田 Ltd' } }), 'a6', talkIn('en')),
      1,
    )
    expect(page?.text).toContain('?? Ltd')
  })

  it.each(LOCALES)('speaks %s, formally and informally', async (locale) => {
    for (const address of ['informal', 'formal'] as const) {
      const talk = talkIn(locale, address)
      const [page] = await readPdf(await drawLabel(labelFacts(), 'a4', talk), 1)
      expect(page?.text.replace(/\s+/g, ' ')).toContain(talk.t('label.steps.title'))
      expect(page?.text).not.toContain('?')
    }
  })

  it('is the same file again for the same facts', async () => {
    const draw = () => drawLabel(labelFacts(), 'a4', talkIn('de'))
    expect(Buffer.compare(await draw(), await draw())).toBe(0)
  })

  it('refuses GS1-128 for what is no SSCC instead of printing something else', async () => {
    await expect(
      (async () =>
        drawLabel(labelFacts({ symbology: 'gs1-128', barcode: '376104250021234560' }), 'a6', talkIn('de')))(),
    ).rejects.toThrow()
  })
})

/** The objects of a PDF as text, compressed streams opened. */
function openPdf(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1')
  const streams = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body]) => {
    const bytes = Buffer.from(body ?? '', 'latin1')
    try {
      return Buffer.from(inflateSync(bytes.subarray(2))).toString('latin1')
    } catch {
      return ''
    }
  })
  return [text, ...streams].join('\n')
}

describe('a label for a screen reader', () => {
  it.each(LOCALES)('is a tagged PDF in %s with a title', async (locale) => {
    const { lang } = talkIn(locale)
    const pdf = openPdf(await drawLabel(labelFacts(), 'a4', talkIn(locale)))
    expect(pdf).toContain(`/Lang (${lang})`)
    expect(pdf).toMatch(/\/MarkInfo \d+ 0 R/)
    expect(pdf).toContain('/Marked true')
    expect(pdf).toMatch(/\/StructTreeRoot \d+ 0 R/)
    expect(pdf).toContain('/DisplayDocTitle true')
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf).toMatch(/\/Tabs \/S/)
  })

  it('has headings, paragraphs, lists and figures with alternative texts', async () => {
    const pdf = openPdf(await drawLabel(labelFacts(), 'a4', talkIn('en')))
    const roles = [...pdf.matchAll(/\/S \/(\w+)\n/g)].map(([, role]) => role)
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1)
    expect(roles.filter((role) => role === 'H2')).toHaveLength(4)
    expect(roles.filter((role) => role === 'Figure')).toHaveLength(2)
    for (const role of ['Document', 'Sect', 'P', 'L', 'LI', 'Lbl', 'LBody']) expect(roles).toContain(role)
    expect(pdf).toContain('/Alt (Barcode with the parcel number RR 123 456 785 DE)')
    expect(pdf).toContain('/Alt (QR code with which the warehouse opens return R7K2-M4QX)')
    expect([...pdf.matchAll(/\/BBox \[/g)]).toHaveLength(2)
  })

  it('embeds every font that it uses', async () => {
    const pdf = openPdf(await drawLabel(labelFacts(), 'a4', talkIn('en')))
    const fonts = [...pdf.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name]) => name)
    expect(fonts.length).toBeGreaterThan(0)
    // A subset's name begins with six letters and a plus; a standard font's doesn't.
    for (const name of fonts) expect(name).toMatch(/^[A-Z]{6}\+/)
    expect([...pdf.matchAll(/\/FontFile[23] /g)].length).toBeGreaterThan(0)
  })

  it('leaves nothing unmarked: what is not content is an artefact', async () => {
    const pdf = openPdf(await drawLabel(labelFacts(), 'a4', talkIn('en')))
    let depth = 0
    const painted = { marked: 0, bare: 0 }
    for (const line of pdf.split('\n')) {
      if (/ (BDC|BMC)$/.test(line)) depth++
      else if (line === 'EMC') depth--
      else if (/^(f|S|.*\] TJ)$/.test(line)) painted[depth > 0 ? 'marked' : 'bare']++
    }
    expect(painted.marked).toBeGreaterThan(40)
    expect(painted.bare).toBe(0)
    expect(pdf).toMatch(/\/Artifact <<[^>]*>> BDC/)
  })
})
