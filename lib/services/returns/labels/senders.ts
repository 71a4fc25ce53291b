import { and, asc, eq, inArray } from 'drizzle-orm'
import { orders, returnItems } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { LabelAddress } from '@/lib/returns/labels/label-facts'
import type { Party } from '@/lib/returns/labels/label-request'
import type { Destination } from '@/lib/returns/policy/schema'

type OrderRow = Pick<
  typeof orders.$inferSelect,
  'deliveryAddress' | 'customerName' | 'customerEmail' | 'customerPhone'
>

/** An address that a label can carry; null where the shop told too little. */
function senderAddress({
  deliveryAddress,
  customerName,
}: Pick<OrderRow, 'deliveryAddress' | 'customerName'>): LabelAddress | null {
  if (!deliveryAddress) return null
  const { name, line1, line2, postalCode, city, region, countryCode } = deliveryAddress
  const called = name ?? customerName
  if (!called || !line1 || !city) return null
  return {
    name: called,
    line1,
    line2: line2 ?? null,
    postalCode: postalCode ?? '',
    city,
    region: region ?? null,
    countryCode,
  }
}

export const destinationParty = ({
  name,
  line1,
  line2,
  postalCode,
  city,
  countryCode,
  phone,
  email,
}: Destination): Party => ({
  name,
  line1,
  line2: line2 ?? null,
  postalCode,
  city,
  region: null,
  countryCode,
  phone: phone ?? null,
  email: email ?? null,
})

export type Sender = { address: LabelAddress | null; email: string | null; phone: string | null }

/**
 * Who sends a present back, for carriers that want an address: nobody asks its receiver for theirs, and the order's may be the
 * giver's home, so it is the shop's own. Null from another country, where a carrier takes no such sender.
 */
export function giftSender(number: string, to: Party, sender: Sender | null): LabelAddress | null {
  const { line1, line2, postalCode, city, region, countryCode } = to
  if (sender?.address && sender.address.countryCode !== countryCode) return null
  return { name: `Return ${number}`, line1, line2, postalCode, city, region, countryCode }
}

/** Who sends a box: the receiver of the oldest order whose items lie in it. */
export async function findSender(
  tx: ShopTx,
  shopId: ShopId,
  returnId: string,
  box: number,
): Promise<Sender | null> {
  const rows = await tx
    .select({
      deliveryAddress: orders.deliveryAddress,
      customerName: orders.customerName,
      customerEmail: orders.customerEmail,
      customerPhone: orders.customerPhone,
    })
    .from(orders)
    .where(
      and(
        eq(orders.shopId, shopId),
        inArray(
          orders.id,
          tx
            .select({ orderId: returnItems.orderId })
            .from(returnItems)
            .where(
              and(
                eq(returnItems.shopId, shopId),
                eq(returnItems.returnId, returnId),
                eq(returnItems.box, box),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(orders.placedAt), asc(orders.id))
  const chosen = rows.find((row) => senderAddress(row)) ?? rows[0]
  if (!chosen) return null
  const { customerEmail, customerPhone } = chosen
  return { address: senderAddress(chosen), email: customerEmail, phone: customerPhone }
}
