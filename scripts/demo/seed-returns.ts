import { setTimeout as sleep } from 'node:timers/promises'
import { findOrderForLookUp } from '@/db/queries/find-order'
import { getShop } from '@/db/queries/find-shop'
import { findReturnByNumber } from '@/db/queries/read-return'
import { calendarOf } from '@/db/seed/demo/calendar'
import type { DemoKeyPair } from '@/db/seed/demo/key-pair'
import { type ReturnStep, type ReturnStory, returnStories } from '@/db/seed/demo/returns/stories'
import { demoShops } from '@/db/seed/demo/shops'
import { signDelivery } from '@/db/seed/demo/sign-delivery'
import { standardBodies } from '@/db/seed/demo/vendors/standard'
import { withShop } from '@/db/with-shop'
import { quoteRequestSchema } from '@/lib/api/schemas/return-request-schema'
import type { ShopId } from '@/lib/core/ids'
import type { Result } from '@/lib/core/result'
import { orderNumberKey } from '@/lib/orders/order'
import type { Context } from '@/lib/services/context'
import { ingestWebhook } from '@/lib/services/ingest-webhook'
import { processInbox } from '@/lib/services/process-inbox'
import { checkItems } from '@/lib/services/returns/check-items'
import { recordRefund } from '@/lib/services/returns/money/record-refund'
import { receiveReturn } from '@/lib/services/returns/receive-return'
import { requestReturn } from '@/lib/services/returns/request-return'
import { returnLinks } from '@/lib/services/returns/return-links'

/** A return that stands in the demo, with its page. */
export type SeededReturn = { shop: string; number: string; headline: string; page: string }

const WAREHOUSE = { actor: 'warehouse', name: 'demo' } as const
const ONLY_ITEM = '1'
const MOST_TRIES = 100
const PAUSE_MS = 100

type Running = { context: Context; shopId: ShopId; number: string; story: ReturnStory; keyPair: DemoKeyPair }

/** The program as it ran then: returns take days, the demo must not. */
const then = (context: Context, utc: string): Context => ({ ...context, now: () => new Date(utc) })

function must<T>(result: Result<T, { code: string }>, what: string): T {
  if (!result.ok) throw new Error(`demo return, ${what}: ${JSON.stringify(result.error)}`)
  return result.value
}

async function scan(running: Running, step: Extract<ReturnStep, { do: 'scan' }>): Promise<void> {
  const { context, shopId, number, story, keyPair } = running
  const found = await withShop(context.db, shopId, (tx) => findReturnByNumber(tx, shopId, number))
  const [box] = found?.boxes ?? []
  if (!box?.carrier || !box.number) throw new Error(`demo return ${number} has no parcel`)
  const parcel = {
    shop: story.shop,
    provider: 'standard',
    carrier: box.carrier,
    number: box.number,
    order: story.order,
  } as const
  const steps = [
    {
      at: step.at,
      code: step.code,
      text: step.text,
      place: step.city ? { city: step.city, country: 'DE' as const } : null,
    },
  ]
  const [body = ''] = standardBodies({ ...parcel, steps }, step.at)
  const delivery = { ...parcel, body, beforeOrder: false }
  const { endpointId, headers } = signDelivery(delivery, keyPair, context.now())
  const accepted = must(
    await ingestWebhook(context, {
      provider: 'standard',
      endpointId,
      headers: new Headers(headers),
      body: new TextEncoder().encode(body),
    }),
    'scan',
  )
  if (accepted.work) await processInbox(context, accepted.work.shopId, accepted.work.inboxId)
}

/** The server beside us works on the same payments: while it asks for one, a report of it has to wait. */
async function refund(
  { context, shopId, number }: Running,
  { reference }: Extract<ReturnStep, { do: 'refund' }>,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    const told = await recordRefund(context, shopId, number, { reference })
    if (told.ok || told.error.code !== 'payment_running' || tries === MOST_TRIES) {
      must(told, 'refund')
      return
    }
    await sleep(PAUSE_MS)
  }
}

const PERFORM: {
  [D in ReturnStep['do']]: (running: Running, step: Extract<ReturnStep, { do: D }>) => Promise<unknown>
} = {
  scan,
  receive: async ({ context, shopId, number }) =>
    must(await receiveReturn(context, shopId, { number }, WAREHOUSE), 'receive'),
  check: async ({ context, shopId, number }, { grade, disposition, deduction }) =>
    must(
      await checkItems(context, shopId, { number }, WAREHOUSE, [
        {
          key: ONLY_ITEM,
          grade,
          disposition,
          deduction: deduction?.amount ?? 0,
          deductionReason: deduction?.reason ?? null,
          photos: [],
        },
      ]),
      'check',
    ),
  refund,
}

const perform = <D extends ReturnStep['do']>(running: Running, step: Extract<ReturnStep, { do: D }>) =>
  PERFORM[step.do as D](running, step)

async function tell(
  context: Context,
  story: ReturnStory,
  keyPair: DemoKeyPair,
  shopId: ShopId,
): Promise<SeededReturn> {
  const asking = then(context, story.asked.utc)
  const shop = await getShop(context.db, shopId)
  const order = await withShop(context.db, shopId, (tx) =>
    findOrderForLookUp(tx, shopId, orderNumberKey(story.order)),
  )
  if (!order) throw new Error(`the demo has no order ${story.order}`)
  const request = quoteRequestSchema.parse({ items: [{ ...story.item, quantity: 1 }], method: story.method })
  const { number } = must(
    await requestReturn(asking, shop, order.id, {
      request,
      locale: shop.defaultLocale,
      by: { actor: 'shopper', name: null },
    }),
    story.headline,
  )
  for (const step of story.steps)
    await perform({ context: then(context, step.at.utc), shopId, number, story, keyPair }, step)
  const found = await withShop(context.db, shopId, (tx) => findReturnByNumber(tx, shopId, number))
  if (!found) throw new Error(`demo return ${number} is gone`)
  const { return: page } = returnLinks(context, shop, found.id, number, null)
  return { shop: story.shop, number, headline: story.headline, page }
}

/** Lets returns of the demo happen, each step at its own time: through the same verbs as the pages and the API. */
export async function seedReturns(
  context: Context,
  keyPair: DemoKeyPair,
  shopIds: ReadonlyMap<string, ShopId>,
): Promise<SeededReturn[]> {
  const stories = returnStories(calendarOf(context.now(), demoShops.alpenglueck.settings.timeZone))
  const seeded: SeededReturn[] = []
  for (const story of stories) {
    const shopId = shopIds.get(story.shop)
    if (!shopId) throw new Error(`the demo has no shop ${story.shop}`)
    seeded.push(await tell(context, story, keyPair, shopId))
  }
  return seeded
}
