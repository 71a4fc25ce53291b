import { z } from 'zod'
import { FIRST_HOST, type Round } from '../round'
import { ORDER, putOrder, webhook } from '../samples'

const linksSchema = z.object({ number: z.literal(ORDER), links: z.object({ order: z.string() }) })

/** What a merchant and a carrier send: numbers, bytes and limits come through as they are. */
export async function checkMerchant({ proxy, place, shop, upstream, check }: Round): Promise<void> {
  const order = await proxy.ask(
    `${place.root}/api/v1/orders/${encodeURIComponent(ORDER)}`,
    putOrder(shop, `${upstream}/demo/pictures/jacket.webp`),
  )
  const put = linksSchema.safeParse(JSON.parse(order.text))
  check('an order whose number has a slash comes through', put.success, order)
  const link = put.data?.links.order ?? ''
  const opened = await proxy.ask(link || place.pages)
  check(
    'its link for mails is on the shop’s first host and opens',
    link.startsWith(`https://${FIRST_HOST}/de/o/`) && opened.status === 200,
    link,
  )

  const url = `${place.root}/api/webhooks/standard/${shop.endpoint.id}`
  const delivery = webhook(shop)
  const taken = await proxy.ask(url, delivery)
  check('a webhook’s bytes come through: its signature fits', taken.status === 200, taken)
  const changed = await proxy.ask(url, { ...delivery, body: `${new TextDecoder().decode(delivery.body)} ` })
  check('a webhook with one more byte is refused', changed.status === 401, changed)
  const long = await proxy.ask(url, { ...delivery, body: 'x'.repeat(1_100_000) })
  const type = long.headers.get('content-type')
  check('what is too long is refused by us', long.status === 413 && type === 'application/problem+json', long)
}
