import { findShopIdBySlug } from '@/db/queries/find-shop'
import type { DemoDelivery } from '@/db/seed/demo/deliveries'
import { createDemoKeyPair, type DemoKeyPair } from '@/db/seed/demo/key-pair'
import type { DemoOrder } from '@/db/seed/demo/orders'
import type { DemoPlan } from '@/db/seed/demo/plan'
import { demoPolicies } from '@/db/seed/demo/returns/policies'
import { demoVariants } from '@/db/seed/demo/returns/variants'
import { DEMO_SLUGS } from '@/db/seed/demo/shops'
import { signDelivery } from '@/db/seed/demo/sign-delivery'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { createApiKey } from '@/lib/services/create-api-key'
import { createEndpoint, endpointUrl } from '@/lib/services/create-endpoint'
import { createShop } from '@/lib/services/create-shop'
import { deleteShop } from '@/lib/services/delete-shop'
import { ask, expectOk } from './ask'
import { type SeededReturn, seedReturns } from './seed-returns'
import { placeSlots, settleSlots } from './seed-slots'

/** An order that stands in the demo, with its page. */
export type SeededOrder = { shop: string; number: string; headline: string; page: string }

/** Everything that the demo has made, for the list that it prints. */
export type Seeded = {
  orders: SeededOrder[]
  returns: SeededReturn[]
  /** A code that lay in the parcel of AG-1011. */
  giftCode: string
}

const GIFT_ORDER = 'AG-1011'

/** Makes the demo shops anew, so that their parcels are dated from now and never age. */
async function makeShops(
  context: Context,
  plan: DemoPlan,
  keyPair: DemoKeyPair,
): Promise<Map<string, ShopId>> {
  const ids = new Map<string, ShopId>()
  for (const shop of plan.shops) {
    const old = await findShopIdBySlug(context.db, shop.slug)
    if (old) await deleteShop(context, old)
    const created = await createShop(context, shop.slug, shop.settings)
    if (!created.ok) throw new Error(`demo shop ${shop.slug}: ${created.error.code}`)
    const { shopId } = created.value
    ids.set(shop.slug, shopId)
    await createApiKey(context, shopId, 'demo', shop.apiKey)
    for (const { provider, id, secret } of shop.endpoints) {
      const keys = secret === null ? { settings: keyPair.settings } : { secrets: [secret] }
      const endpoint = await createEndpoint(context, shopId, { provider, ...keys }, id)
      if (!endpoint.ok) throw new Error(`demo endpoint ${provider}: ${JSON.stringify(endpoint.error)}`)
    }
  }
  return ids
}

/** Posts a delivery, signed as its vendor would, to the running server. */
async function postDelivery(origin: string, delivery: DemoDelivery, keyPair: DemoKeyPair): Promise<void> {
  const { endpointId, headers } = signDelivery(delivery, keyPair, new Date())
  const answer = await fetch(endpointUrl(origin, delivery.provider, endpointId), {
    method: 'POST',
    body: delivery.body,
    headers: { 'content-type': 'application/json', ...headers },
  })
  await expectOk(answer, `${delivery.shop} ${delivery.provider} ${delivery.number}`)
}

async function putOrder(origin: string, plan: DemoPlan, order: DemoOrder): Promise<SeededOrder> {
  const api = { origin, plan, shop: order.shop }
  const { links }: { links: { order: string } } = await ask(
    api,
    'PUT',
    `orders/${encodeURIComponent(order.number)}`,
    order.body,
  )
  return { shop: order.shop, number: order.number, headline: order.headline, page: links.order }
}

/**
 * Fills the demo through the doors that everybody uses: orders by the API, parcels by vendors' webhooks, signed and posted to the
 * running server. `origin` is where it listens.
 */
export async function seedDemo(context: Context, origin: string, plan: DemoPlan): Promise<Seeded> {
  const keyPair = createDemoKeyPair('demo')
  const shopIds = await makeShops(context, plan, keyPair)
  await placeSlots(context, { origin, plan }, shopIds)
  for (const delivery of plan.deliveries.filter(({ beforeOrder }) => beforeOrder))
    await postDelivery(origin, delivery, keyPair)
  const seeded: SeededOrder[] = []
  for (const order of plan.orders) seeded.push(await putOrder(origin, plan, order))
  for (const delivery of plan.deliveries.filter(({ beforeOrder }) => !beforeOrder))
    await postDelivery(origin, delivery, keyPair)
  for (const shop of DEMO_SLUGS) {
    await ask({ origin, plan, shop }, 'PUT', 'variants', demoVariants(shop, origin))
    await ask({ origin, plan, shop }, 'PUT', 'policy', demoPolicies[shop]())
  }
  const gift: { codes: string[] } = await ask(
    { origin, plan, shop: 'alpenglueck' },
    'POST',
    `orders/${GIFT_ORDER}/gift-codes`,
    { count: 1 },
  )
  const returns = await seedReturns(context, keyPair, shopIds)
  await settleSlots(context, shopIds)
  return { orders: seeded, returns, giftCode: gift.codes[0] ?? '' }
}
