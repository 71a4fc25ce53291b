import type { ShopTx } from '@/db/with-shop'
import { dayIn } from '@/lib/returns/add-days'
import type { LabelFacts } from '@/lib/returns/labels/label-facts'
import type { Return } from '@/lib/returns/return'
import type { Context } from '@/lib/services/context'
import { checkInAddress } from '@/lib/shops/addresses'
import type { Shop } from '@/lib/shops/shop'
import { findMethod } from './find-method'
import { destinationParty, findSender } from './senders'

/** What a label of our own says; null where the box has none that can be used: a provider's is kept as a file. */
export async function findLabelFacts(
  tx: ShopTx,
  { origin }: Context,
  shop: Shop,
  found: Return,
  number: number,
): Promise<LabelFacts | null> {
  const box = found.boxes.find(({ box }) => box === number)
  const { label, labelState, carrier, issuedAt } = box ?? {}
  if (labelState !== 'issued' || label?.provider !== 'builtin' || !carrier || !issuedAt) return null
  const { barcode, symbology } = label
  const { method, destination } = await findMethod(tx, shop.id, found)
  if (!barcode || !symbology || !destination) return null
  const inBox = found.items.filter((item) => item.box === number && item.outcome !== 'keep')
  const travelling = new Set(found.items.flatMap((item) => (item.outcome === 'keep' ? [] : item.box)))
  return {
    shopName: shop.name,
    returnNumber: found.number,
    orderNumbers: [...new Set(inBox.map(({ orderNumber }) => orderNumber))],
    box: number,
    boxes: travelling.size,
    carrier,
    service: method?.service ?? null,
    barcode,
    symbology,
    // Where a present was sent to may be its giver's home.
    from: found.gift ? null : ((await findSender(tx, shop.id, found.id, number))?.address ?? null),
    to: destinationParty(destination),
    lastDay: found.labelExpiresAt && dayIn(found.labelExpiresAt, shop.timeZone),
    checkIn: `${origin}${checkInAddress(found.number)}`,
    issuedAt,
    items: inBox.map(({ title, variant, quantity }) => ({ title, variant, quantity })),
  }
}
