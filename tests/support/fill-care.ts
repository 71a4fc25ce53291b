import { findOrderForLookUp } from '@/db/queries/find-order'
import { withShop } from '@/db/with-shop'
import { voucherRuleSchema } from '@/lib/care/voucher-rule'
import { orderNumberKey } from '@/lib/orders/order'
import { fixAddress } from '@/lib/services/care/fix-address'
import { makeWish } from '@/lib/services/care/make-wish'
import { writeCodes } from '@/lib/services/care/write-codes'
import { writeRule } from '@/lib/services/care/write-rule'
import { orderToken } from '@/lib/services/order-links'
import { sweep } from '@/lib/services/sweep'
import { runAfter } from './after'
import type { TestContext, TestShop } from './context'
import { order, parcelUpdate, post, putOrder, scan } from './post'

const ADDRESS = {
  name: 'Resi Huber',
  line1: 'Sendlinger Str. 1',
  postalCode: '80331',
  city: 'München',
  countryCode: 'DE',
}

/** An order whose address is wrong and whose parcel is late: corrected, wished for otherwise, and given a voucher. */
export async function fillCare(context: TestContext, shop: TestShop, number: string): Promise<void> {
  const { id } = shop
  const name = `${number}-late`
  const gives = { kind: 'amount', value: 500 }
  const codes = { from: 'pool', pool: 'five' }
  const rule = voucherRuleSchema.parse({ monthlyBudget: 1000, tiers: [{ hours: 0, gives, codes }] })
  await writeRule(context, id, 'EUR', rule)
  await writeCodes(context, id, { pool: 'five', codes: ['FIVE-0001', 'FIVE-0002'] })
  await putOrder(shop, name, order({ deliveryAddress: ADDRESS, parcels: [{ carrier: 'dhl', number: name }] }))
  const told = { number: name, scans: [scan('2026-11-12T10:00:00Z', 'in_transit.accepted')] }
  const window = { earliest: '2026-11-14', latest: '2026-11-15' }
  await post(context, shop, 'standard', parcelUpdate({ ...told, window }))
  await runAfter()
  context.pass(3)
  while ((await sweep(context)) > 0);
  const scans = [scan('2026-11-19T10:00:00Z', 'exception.address_problem')]
  await post(context, shop, 'standard', parcelUpdate({ number: name, scans }))
  await runAfter()
  const found = await withShop(context.db, id, (tx) => findOrderForLookUp(tx, id, orderNumberKey(name)))
  if (!found) throw new Error(`there is no order ${name}`)
  const token = orderToken(context.keyring, shop.shop.key, found.id, 'act')
  const fixed = await fixAddress(context, shop.shop, token, { ...ADDRESS, line1: 'Sendlinger Str. 11' })
  const wished = await makeWish(context, shop.shop, token, { kind: 'safe_place', where: 'in the shed' })
  if (!fixed.ok || !wished.ok) throw new Error(JSON.stringify([fixed, wished]))
}
