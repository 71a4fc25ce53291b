import { carrierName } from '@/lib/carriers/aliases'
import { parcelWords } from '@/lib/i18n/parcel-words'
import type { ParcelJson } from '@/lib/parcels/parcel-json'
import { parcelJson } from '@/lib/parcels/parcel-json'
import { viewShipment } from '@/lib/parcels/view-shipment'
import type { ReturnBox } from '@/lib/returns/return'
import type { ReturnFacts } from './return-facts'
import type { ReturnBoxJson } from './return-types'

function parcelOf(
  { now, shop, talk }: ReturnFacts,
  { shipment, carrier, number }: ReturnBox,
): ParcelJson | null {
  if (!shipment || carrier === null || number === null) return null
  const view = viewShipment(shipment.projection, { now, timeZone: shop.timeZone, carrier })
  return parcelJson({ carrier, number, updatedAt: shipment.updatedAt }, view, parcelWords(view, talk))
}

function labelOf(
  { back, talk, token, pages, addresses }: ReturnFacts,
  { box, label, labelState }: ReturnBox,
): ReturnBoxJson['label'] {
  if (labelState !== 'issued' || !label) return null
  const paper = (form: 'a4' | 'a6') =>
    `${pages}${addresses.label(talk.locale, token, back.number, box, form)}`
  const code = (form: 'svg' | 'png') =>
    `${pages}${addresses.labelCode(talk.locale, token, back.number, box, form)}`
  const isCode = back.method.kind === 'qr'
  return {
    a4: isCode ? null : paper('a4'),
    a6: isCode ? null : paper('a6'),
    code: isCode ? { svg: code('svg'), png: code('png'), text: label.qrText } : null,
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
