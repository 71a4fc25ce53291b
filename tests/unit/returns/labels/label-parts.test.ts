import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { breakLines } from '@/lib/returns/labels/break-lines'
import { chooseRate, noRate } from '@/lib/returns/labels/choose-rate'
import { drawCode } from '@/lib/returns/labels/draw-code'
import { labelMediaType, paperOf } from '@/lib/returns/labels/file-kind'
import { readFault } from '@/lib/returns/labels/read-fault'
import { splitStreet } from '@/lib/returns/labels/split-street'
import { decodeCodes } from '@/tests/support/read-label'

const bytes = (text: string) => new TextEncoder().encode(text)
const measure = (text: string) => text.length

describe('lines', () => {
  it('hold every word in its order, none wider than the line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zäß]{1,30}$/)),
        fc.integer({ min: 1, max: 40 }),
        (words, width) => {
          const lines = breakLines(words.join(' '), width, Number.POSITIVE_INFINITY, measure)
          expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''))
          for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(Math.max(width, 1))
        },
      ),
    )
  })

  it('end in an ellipsis where there are too many', () => {
    expect(breakLines('eins zwei drei vier', 9, 2, measure)).toEqual(['eins zwei', 'drei vier'])
    expect(breakLines('eins zwei drei vier fünf', 9, 2, measure)).toEqual(['eins zwei', 'drei vie…'])
    expect(breakLines('  ', 9, 2, measure)).toEqual([])
  })
})

describe('a code to show', () => {
  it.each(['R7K2M4QX01', 'https://orders.example/r/R7K2-M4QX'])(
    'says %s from PNG and from SVG',
    async (text) => {
      const svg = await drawCode(text, 'svg')
      for (const picture of [
        await drawCode(text, 'png'),
        await sharp(svg, { density: 600 }).png().toBuffer(),
      ])
        expect(await decodeCodes(new Uint8Array(picture))).toEqual([{ format: 'QRCode', text }])
    },
  )
})

describe('a street', () => {
  it.each([
    ['Sendlinger Str. 1', 'Sendlinger Str.', '1'],
    ['Straße des 17. Juni 135', 'Straße des 17. Juni', '135'],
    ['Hauptstr. 12 a', 'Hauptstr.', '12 a'],
    ['Am Markt 3-5', 'Am Markt', '3-5'],
    ['Rue de Rivoli, 12bis', 'Rue de Rivoli, 12bis', null],
    ['12, rue de Rivoli', 'rue de Rivoli', '12'],
    ['417 Montgomery Street', 'Montgomery Street', '417'],
    ['Packstation', 'Packstation', null],
    ['C 4', 'C', '4'],
  ])('%s has its house number apart', (line, street, house) => {
    expect(splitStreet(line)).toEqual({ street, house })
  })
})

describe('a rate', () => {
  const rates = [
    { id: 'a', carrier: 'USPS', services: ['GroundAdvantage'], amount: 7.2 },
    { id: 'b', carrier: 'USPS', services: ['usps_priority', 'Priority Mail'], amount: 9.1 },
    { id: 'c', carrier: 'UPSDAP', services: ['Ground'], amount: 5 },
  ]
  it.each([
    [{ carrier: 'usps', service: null }, 'a'],
    [{ carrier: 'usps', service: 'priority mail' }, 'b'],
    [{ carrier: 'ups', service: 'Ground' }, 'c'],
    [{ carrier: 'dhl', service: null }, undefined],
    [{ carrier: 'usps', service: 'Overnight' }, undefined],
  ])('is the cheapest of carrier and service: %j', (asked, id) => {
    expect(chooseRate(rates, asked)?.id).toBe(id)
  })
  it('is missed with what is offered instead', () => {
    expect(noRate(rates, { carrier: 'dhl', service: 'Retoure' }, ['DHL: closed'])).toBe(
      'no rate of dhl Retoure; offered: USPS GroundAdvantage, USPS usps_priority, UPSDAP Ground; DHL: closed',
    )
    expect(noRate([], { carrier: 'dhl', service: null }, [])).toBe('no rate of dhl; offered: none')
  })
})

describe('a file', () => {
  it('is what stands in it, whatever it is called', async () => {
    expect(labelMediaType(bytes('%PDF-1.4\n…\n%%EOF\n'))).toBe('application/pdf')
    expect(labelMediaType(await drawCode('x', 'png'))).toBe('image/png')
    for (const content of ['%PDF-1.4 cut off', '<html>%PDF- %%EOF', '', 'GIF89a'])
      expect(labelMediaType(bytes(content))).toBeNull()
  })
  it.each([
    ['/MediaBox [0 0 297.64 419.53]', 'a6'],
    ['/MediaBox[0 0 288 432]', 'a6'],
    ['/MediaBox [0 0 595 842]', 'a4'],
    ['/MediaBox [0 0 612 792]', 'a4'],
    ['', 'a4'],
  ])('is for the paper of its first page: %s', (box, paper) => {
    expect(paperOf(bytes(`%PDF-1.4 ${box} %%EOF`))).toBe(paper)
  })
})

describe('a refusal', () => {
  it.each([
    // https://docs.easypost.com/docs/errors
    [
      '{"error":{"code":"ADDRESS.VERIFY.FAILURE","message":"Address not found","errors":[{"field":"street1","message":"House number is missing","suggestion":null}]}}',
      '422: Address not found; House number is missing',
    ],
    [
      '{"address_from":["This field is required."],"__all__":["Nope"]}',
      '422: address_from: This field is required.; __all__: Nope',
    ],
    [
      '{"error":{"code":"invalid_postal_code","message":"The postal code you provided is invalid."}}',
      '422: The postal code you provided is invalid.',
    ],
    [
      '{"title":"Bad Request","status":400,"detail":"Please add your data in the field \'Number\'."}',
      "422: Bad Request; Please add your data in the field 'Number'.",
    ],
    ['<html>Bad Gateway</html>', '422'],
    ['', '422'],
    ['[]', '422'],
  ])('says what the vendor says: %s', (body, detail) => {
    expect(readFault(422, body, null)).toEqual({ status: 422, detail, passes: false })
  })
  it('is short, however much the vendor says', () => {
    expect(readFault(400, JSON.stringify({ message: 'x'.repeat(9000) }), null).detail).toHaveLength(500)
  })
  it.each([
    [408, true],
    [429, true],
    [500, true],
    [503, true],
    [400, false],
    [401, false],
    [402, false],
    [409, false],
  ])('of %i passes: %s', (status, passes) => {
    expect(readFault(status, '', null).passes).toBe(passes)
  })
  it('keeps the wait that was asked for, where it is one', () => {
    expect(readFault(429, '', '30').retryAfterSeconds).toBe(30)
    expect(readFault(429, '', 'Fri, 20 Nov 2026 12:00:00 GMT')).not.toHaveProperty('retryAfterSeconds')
  })
})
