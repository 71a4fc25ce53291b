import { and, eq, notInArray, sql } from 'drizzle-orm'
import { orderLines, orderParcels, orders, shipmentLines } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import { mayNeedCare } from '@/lib/care/may-need-care'
import { carrierSlug } from '@/lib/carriers/aliases'
import { newId, type ShopId } from '@/lib/core/ids'
import type { Keyring } from '@/lib/core/keyring'
import { customerKey } from '@/lib/orders/customer-key'
import { type OrderBody, orderNumberKey } from '@/lib/orders/order'
import { assignGenerationForOrder } from '@/lib/parcels/generation'
import { mediaId } from '@/lib/shops/media-id'
import { setCareClock } from './care/care-clock'
import type { Context } from './context'
import { findOrCreateShipment, UNKNOWN_CARRIER } from './find-shipment'
import { noteConversion } from './measuring/note-conversion'
import { admitOrderTokens } from './order-links'
import { noteBasket } from './recommend/note-basket'
import { requestPictures } from './request-pictures'

type Upserted = { orderId: string; created: boolean }

const orderColumns = (keyring: Keyring, body: OrderBody, now: Date) => ({
  placedAt: body.placedAt,
  locale: body.locale ?? null,
  currency: body.currency,
  customerName: body.customer?.name ?? null,
  customerEmail: body.customer?.email ?? null,
  customerPhone: body.customer?.phone ?? null,
  deliveryAddress: body.deliveryAddress ?? null,
  shipping: body.shipping ?? null,
  discounts: body.discounts,
  sourceToken: body.sourceToken ?? null,
  tags: body.tags,
  channel: body.channel ?? null,
  customerTags: body.customer?.tags ?? [],
  customerKey: customerKey(keyring, body.customer?.email ?? null),
  updatedAt: now,
})

async function writeOrder(
  tx: ShopTx,
  keyring: Keyring,
  shopId: ShopId,
  number: string,
  body: OrderBody,
  now: Date,
): Promise<Upserted> {
  const id = newId()
  const columns = orderColumns(keyring, body, now)
  const [row] = await tx
    .insert(orders)
    .values({ shopId, id, number, numberKey: orderNumberKey(number), version: 1, createdAt: now, ...columns })
    .onConflictDoUpdate({
      target: [orders.shopId, orders.numberKey],
      set: { ...columns, version: sql`${orders.version} + 1` },
    })
    .returning({ id: orders.id })
  if (!row) throw new Error('an upsert returned no row')
  return { orderId: row.id, created: row.id === id }
}

async function writeLines(tx: ShopTx, shopId: ShopId, orderId: string, body: OrderBody): Promise<void> {
  const ids = body.lines.map(({ id }) => id)
  await tx
    .delete(orderLines)
    .where(
      and(eq(orderLines.shopId, shopId), eq(orderLines.orderId, orderId), notInArray(orderLines.id, ids)),
    )
  const excluded = (column: string) => sql.raw(`excluded.${column}`)
  await tx
    .insert(orderLines)
    .values(
      body.lines.map((line, position) => ({
        shopId,
        orderId,
        id: line.id,
        position,
        sku: line.sku ?? null,
        title: line.title,
        variant: line.variant ?? null,
        quantity: line.quantity,
        unitPrice: line.unitPrice,
        discount: line.discount,
        taxRate: line.taxRate ?? null,
        image: line.image ?? null,
        mediaId: line.image ? mediaId(line.image) : null,
        url: line.url ?? null,
        category: line.category ?? null,
        vendor: line.vendor ?? null,
        product: line.product ?? null,
        tags: line.tags,
        options: line.options,
      })),
    )
    .onConflictDoUpdate({
      target: [orderLines.shopId, orderLines.orderId, orderLines.id],
      set: {
        position: excluded('position'),
        sku: excluded('sku'),
        title: excluded('title'),
        variant: excluded('variant'),
        quantity: excluded('quantity'),
        unitPrice: excluded('unit_price'),
        discount: excluded('discount'),
        taxRate: excluded('tax_rate'),
        image: excluded('image'),
        mediaId: excluded('media_id'),
        url: excluded('url'),
        category: excluded('category'),
        vendor: excluded('vendor'),
        product: excluded('product'),
        tags: excluded('tags'),
        options: excluded('options'),
      },
    })
}

async function writeParcels(
  tx: ShopTx,
  shopId: ShopId,
  orderId: string,
  body: OrderBody,
  now: Date,
): Promise<void> {
  const held = await tx
    .select({ id: orderParcels.shipmentId })
    .from(orderParcels)
    .where(and(eq(orderParcels.shopId, shopId), eq(orderParcels.orderId, orderId)))
  // A number that was recycled since is another customer's parcel: what the order holds it keeps.
  const known = new Set(held.map(({ id }) => id))
  const ordered = body.parcels
    .map((parcel, position) => ({ ...parcel, position }))
    .sort((a, b) => (a.number < b.number ? -1 : 1))
  for (const parcel of ordered) {
    const shipment = await findOrCreateShipment(
      tx,
      shopId,
      {
        carrier: parcel.carrier ? carrierSlug(parcel.carrier) : UNKNOWN_CARRIER,
        number: parcel.number,
        direction: 'outbound',
      },
      (existing) => assignGenerationForOrder(existing, body.placedAt),
      now,
      known,
    )
    await tx
      .insert(orderParcels)
      .values({ shopId, orderId, shipmentId: shipment.id, position: parcel.position })
      .onConflictDoUpdate({
        target: [orderParcels.shopId, orderParcels.orderId, orderParcels.shipmentId],
        set: { position: parcel.position },
      })
    // It may have been late before anybody knew whose it is.
    if (!known.has(shipment.id) && mayNeedCare(shipment.projection))
      await setCareClock(tx, shopId, shipment.id, now)
    const inParcel = and(
      eq(shipmentLines.shopId, shopId),
      eq(shipmentLines.shipmentId, shipment.id),
      eq(shipmentLines.orderId, orderId),
    )
    await tx.delete(shipmentLines).where(inParcel)
    if (parcel.lines.length > 0)
      await tx.insert(shipmentLines).values(
        parcel.lines.map((line) => ({
          shopId,
          shipmentId: shipment.id,
          orderId,
          lineId: line.id,
          quantity: line.quantity,
        })),
      )
  }
}

/**
 * Writes an order as the shop tells it, whole and idempotent; shipments that webhooks made before are adopted by number. Parcels
 * that a later call leaves out stay. Returns the pictures that are still to fetch.
 */
export async function upsertOrder(
  context: Context,
  shopId: ShopId,
  number: string,
  body: OrderBody,
): Promise<Upserted & { pictures: string[] }> {
  return withShop(context.db, shopId, async (tx) => {
    const now = context.now()
    const upserted = await writeOrder(tx, context.keyring, shopId, number, body, now)
    await writeLines(tx, shopId, upserted.orderId, body)
    await writeParcels(tx, shopId, upserted.orderId, body, now)
    const order = { id: upserted.orderId, body, isNew: upserted.created }
    await noteConversion(tx, context.keyring, shopId, order, now)
    await admitOrderTokens(tx, context.keyring, shopId, upserted.orderId, now)
    const images = body.lines.flatMap(({ image }) => image ?? [])
    const pictures = await requestPictures(tx, shopId, images, now)
    await noteBasket(tx, shopId, upserted.orderId, now)
    return { ...upserted, pictures }
  })
}
