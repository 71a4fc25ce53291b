import type { LabelFacts } from './label-facts'

const S10 = /^([A-Z]{2})(\d{3})(\d{3})(\d{3})([A-Z]{2})$/

/** SSCC: extension digit, then groups that can be read aloud, the check digit last. */
const SSCC = /^(\d)(\d{4})(\d{4})(\d{4})(\d{4})(\d)$/

/** A parcel number as people read it, under its barcode. */
export function spellNumber({ barcode, symbology }: Pick<LabelFacts, 'barcode' | 'symbology'>): string {
  const known = S10.exec(barcode) ?? SSCC.exec(barcode)
  const spelt = known ? known.slice(1).join(' ') : (barcode.match(/.{1,4}/gu) ?? []).join(' ')
  return symbology === 'gs1-128' ? `(00) ${spelt}` : spelt
}
