import { alpenglueck } from './alpenglueck'
import type { Demo } from './demo'
import {
  minutesAgo,
  newOrderNumber,
  newParcelNumber,
  orderBody,
  parcelUpdate,
  postWebhook,
  putOrder,
} from './send'
import { expect } from './test'

/** An order of the test's own with one parcel that is on its way, in German. */
export async function ownOrder(demo: Demo, parcels = 1) {
  const shop = alpenglueck(demo)
  const number = newOrderNumber()
  const numbers = Array.from({ length: parcels }, newParcelNumber)
  const links = await putOrder(
    shop,
    number,
    orderBody({ parcels: numbers.map((each) => ({ carrier: 'dhl', number: each })) }),
  )
  const started = [
    { at: minutesAgo(400), status: 'info_received.label_created' },
    { at: minutesAgo(300), status: 'in_transit.picked_up' },
    { at: minutesAgo(240), status: 'in_transit.processing' },
    { at: minutesAgo(200), status: 'in_transit.arrived' },
    { at: minutesAgo(180), status: 'in_transit.departed' },
  ]
  for (const each of numbers) await postWebhook(shop.door, parcelUpdate(each, started))
  // The work on a delivery begins when it is answered.
  await expect
    .poll(async () => {
      const order = await (await fetch(links.json)).json()
      return order.parcels.every(({ scans }: { scans: unknown[] }) => scans.length === started.length)
    })
    .toBe(true)
  return { shop, number, links, parcel: numbers[0] ?? '', parcels: numbers }
}
