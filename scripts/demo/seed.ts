import { findShopIdBySlug } from '@/db/queries/find-shop'
import type { DemoPlan } from '@/db/seed/demo/plan'
import { carriers } from '@/lib/carriers'
import type { Context } from '@/lib/services/context'
import { createApiKey } from '@/lib/services/create-api-key'
import { createEndpoint, endpointUrl } from '@/lib/services/create-endpoint'
import { createShop } from '@/lib/services/create-shop'
import { deleteShop } from '@/lib/services/delete-shop'
import { signRequest } from '@/lib/webhooks/sign'

/** What seeding hands to the printed list: order number → page address. */
export type SeededOrder = { shop: string; number: string; page: string; json: string }

/** Makes the demo shops anew, so that their parcels are dated from now and never age. */
async function makeShops(context: Context, plan: DemoPlan): Promise<void> {
  for (const shop of plan.shops) {
    const old = await findShopIdBySlug(context.db, shop.slug)
    if (old) await deleteShop(context, old)
    const created = await createShop(context, shop.slug, shop.settings)
    if (!created.ok) throw new Error(`demo shop ${shop.slug}: ${created.error.code}`)
    const { shopId } = created.value
    await createApiKey(context, shopId, 'demo', shop.apiKey)
    for (const { provider, id, secret, settings } of shop.endpoints) {
      const endpoint = await createEndpoint(
        context,
        shopId,
        { provider, ...(secret && { secrets: [secret] }), ...(settings && { settings }) },
        id,
      )
      if (!endpoint.ok) throw new Error(`demo endpoint ${provider}: ${JSON.stringify(endpoint.error)}`)
    }
  }
}

async function expectStatus(response: Response, what: string): Promise<Response> {
  if (response.ok) return response
  throw new Error(`${what}: ${response.status} ${await response.text()}`)
}

/** Signs a delivery as its vendor would and posts it to the running server. */
export async function postDelivery(origin: string, plan: DemoPlan, delivery: DemoPlan['deliveries'][number]): Promise<void> {
  const endpoint = plan.shops
    .find(({ slug }) => slug === delivery.shop)
    ?.endpoints.find(({ provider }) => provider === delivery.provider)
  const carrier = carriers.get(delivery.provider)
  if (!endpoint || !carrier) throw new Error(`demo: ${delivery.shop} has no endpoint for ${delivery.provider}`)
  const body = Buffer.from(delivery.body)
  const headers = signRequest(carrier.signature, body, { ...endpoint.signing, now: new Date() })
  const url = endpointUrl(origin, endpoint.provider, endpoint.id)
  await expectStatus(
    await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } }),
    `${delivery.shop} ${delivery.provider}`,
  )
}

async function putOrder(origin: string, plan: DemoPlan, order: DemoPlan['orders'][number]): Promise<SeededOrder> {
  const apiKey = plan.shops.find(({ slug }) => slug === order.shop)?.apiKey
  const response = await fetch(`${origin}/api/v1/orders/${encodeURIComponent(order.number)}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(order.body),
  })
  const { links }: { links: { order: string; json: string } } = await (
    await expectStatus(response, `${order.shop} ${order.number}`)
  ).json()
  return { shop: order.shop, number: order.number, page: links.order, json: links.json }
}

/**
 * Fills the demo through the doors everybody uses: orders by the API, parcels by vendors' webhooks, signed and posted to the
 * running server. `origin` is where it listens.
 */
export async function seedDemo(context: Context, origin: string, plan: DemoPlan): Promise<SeededOrder[]> {
  await makeShops(context, plan)
  const early = plan.deliveries.filter(({ beforeOrders }) => beforeOrders)
  const late = plan.deliveries.filter(({ beforeOrders }) => !beforeOrders)
  for (const delivery of early) await postDelivery(origin, plan, delivery)
  const seeded: SeededOrder[] = []
  for (const order of plan.orders) seeded.push(await putOrder(origin, plan, order))
  for (const delivery of late) await postDelivery(origin, plan, delivery)
  return seeded
}
