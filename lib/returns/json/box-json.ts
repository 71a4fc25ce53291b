import { carrierName } from '@/lib/carriers/aliases'
import { parcelWords } from '@/lib/i18n/parcel-words'
import type { ParcelJson } from '@/lib/parcels/parcel-json'
import { parcelJson } from '@/lib/parcels/parcel-json'
import { viewShipment } from '@/lib/parcels/view-shipment'
import type { ReturnBox, StoredLabel } from '@/lib/returns/return'
import type { ReturnFacts } from './return-facts'
import type { ReturnBoxJson } from './return-types'

function parcelOf(
  { now, shop, talk }: ReturnFacts,
  { shipment, carrier, number }: ReturnBox,
): ParcelJson | null {
  // A number that was only made is no news.
  if (!shipment || carrier === null || number === null || shipment.projection.timeline.length === 0)
    return null
  const view = viewShipment(shipment.projection, { now, timeZone: shop.timeZone, carrier })
  return parcelJson({ carrier, number, updatedAt: shipment.updatedAt }, view, parcelWords(view, talk))
}

/** The forms that a label can be printed in: files as a provider made them, our own is drawn when it is asked for. */
const formsOf = ({ files, barcode }: StoredLabel): readonly string[] =>
  files.length > 0 ? files.map(({ form }) => form) : barcode === null ? [] : ['a4', 'a6']

function labelOf(
  { back, talk, token, pages, addresses }: ReturnFacts,
  { box, label, labelState }: ReturnBox,
): ReturnBoxJson['label'] {
  const isUsable = back.state === 'approved' || back.state === 'label_issued'
  if (!isUsable || labelState !== 'issued' || !label) return null
  const forms = formsOf(label)
  const paper = (form: 'a4' | 'a6') =>
    forms.includes(form) ? `${pages}${addresses.label(talk.locale, token, back.number, box, form)}` : null
  const code = (form: 'svg' | 'png') =>
    `${pages}${addresses.labelCode(talk.locale, token, back.number, box, form)}`
  const isCode = forms.includes('qr') || (label.qrText !== null && back.method.kind === 'qr')
  return {
    a4: paper('a4'),
    a6: paper('a6'),
    code: isCode ? { svg: code('svg'), png: code('png'), text: label.barcode } : null,
  }
}

/** A box of a return as its shopper reads it. */
export const boxJson = (facts: ReturnFacts, box: ReturnBox): ReturnBoxJson => ({
  box: box.box,
  carrier: box.carrier,
  carrierName: box.carrier && carrierName(box.carrier),
  number: box.number,
  labelState: box.labelState,
  label: labelOf(facts, box),
  parcel: parcelOf(facts, box),
})
