import { randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { orderLines, orders, returnItems, returnSettings, returns, variants } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { newId, type ShopId } from '@/lib/core/ids'
import type { MoneyFacts, MoneyItem } from '@/lib/returns/money/money-facts'
import type { LineDecision } from '@/lib/returns/policy/decision'
import { returnNumberKey } from '@/lib/returns/return-number'
import type { ServiceSecret } from '@/lib/returns/service-secrets'
import { type ReturnSettings, returnSettingsSchema } from '@/lib/returns/settings'
import { OUTCOMES } from '@/lib/returns/vocabulary'
import type { Context } from '@/lib/services/context'
import { sealReturnSecret } from '@/lib/services/returns/return-secrets'
import { type AskedFor, type Circumstances, moneyFacts } from './money-facts'

type WrittenReturn = { id: string; number: string; orders: { id: string; number: string }[] }

export const sets = (
  context: Context,
  shopId: ShopId,
  money: ReturnSettings['money'],
  secrets: Partial<Record<ServiceSecret, string>>,
) =>
  withShop(context.db, shopId, async (tx) => {
    const now = context.now()
    const sealed = Object.fromEntries(
      Object.entries(secrets).map(([name, secret]) => {
        const known = name === 'shopify' || name === 'woocommerce' ? name : 'webhook'
        return [known, sealReturnSecret(context.keyring, shopId, known, secret, now)]
      }),
    )
    const settings = returnSettingsSchema.parse({ money })
    await tx
      .insert(returnSettings)
      .values({ shopId, settings, secrets: sealed, createdAt: now, updatedAt: now })
      .onConflictDoUpdate({ target: returnSettings.shopId, set: { settings, secrets: sealed } })
  })

/** A variant that can be had in exchange. */
export const sells = (
  context: Context,
  shopId: ShopId,
  sku: string,
  stock: number | null,
  externalId: string | null = null,
) =>
  withShop(context.db, shopId, (tx) =>
    tx
      .insert(variants)
      .values({
        shopId,
        sku,
        product: sku,
        title: `New ${sku}`,
        variant: null,
        options: {},
        category: null,
        price: 10_000,
        currency: 'EUR',
        stock,
        image: null,
        mediaId: null,
        externalId,
        updatedAt: context.now(),
      })
      .onConflictDoUpdate({ target: [variants.shopId, variants.sku], set: { stock, externalId } }),
  )

/** What the policy said of an item: everything may be had for it. */
const decided = ({ orderId, lineId, quantity }: MoneyItem, facts: MoneyFacts): LineDecision => ({
  orderId,
  lineId,
  left: quantity,
  eligible: true,
  refusal: null,
  window: { start: null, basis: 'assumed', until: null, open: true },
  reasons: ['too-small'],
  outcomes: OUTCOMES,
  methods: ['own'],
  freeMethods: [],
  photosRequired: false,
  commentRequired: false,
  review: [],
  fees: [],
  bonus: { percent: 0, amount: 0 },
  ourFault: false,
  refundShipping: false,
  shipExchange: facts.shipExchange,
  refundTrigger: facts.trigger,
  destination: 'warehouse',
  trace: facts.blocked
    ? [{ rule: 'list', effect: 'block', says: { own: { en: 'A person looks at it' } }, overruledBy: null }]
    : [],
})

/** A return as it stands after it was sent, priced by the real quote; its orders are written with it. */
export async function writeMoneyReturn(
  context: Context,
  shopId: ShopId,
  asked: readonly AskedFor[],
  more: Circumstances = {},
): Promise<WrittenReturn> {
  const ids = new Map(
    [...new Set(asked.map(({ order }) => order ?? 'order-1'))].map((name) => [name, newId()]),
  )
  const facts = moneyFacts(
    asked.map((one) => ({ ...one, order: ids.get(one.order ?? 'order-1') ?? '' })),
    more,
  )
  const id = newId()
  const number = `R${randomBytes(4).toString('hex').toUpperCase()}`
  const now = context.now()
  const date = (at: string | null) => (at === null ? null : new Date(at))
  const written = [...ids.values()].map((orderId) => ({
    id: orderId,
    number: `#${randomBytes(4).readUInt32BE()}`,
  }))
  await withShop(context.db, shopId, async (tx) => {
    for (const order of written) {
      await tx.insert(orders).values({
        shopId,
        id: order.id,
        number: order.number,
        numberKey: order.number,
        placedAt: now,
        currency: 'EUR',
        shipping: more.shipping ? { price: more.shipping, service: 'standard' } : null,
        tags: [],
        customerTags: [],
        discounts: [],
        version: 1,
        createdAt: now,
        updatedAt: now,
      })
      const own = facts.quote.items.filter(({ orderId }) => orderId === order.id)
      await tx.insert(orderLines).values(
        own.map(({ lineId, quantity, key }, position) => ({
          shopId,
          orderId: order.id,
          id: lineId,
          position,
          sku: `sku-${key}`,
          title: `Thing ${key}`,
          quantity,
          unitPrice: asked[Number(key) - 1]?.price ?? 10_000,
          discount: 0,
          tags: [],
          options: {},
        })),
      )
    }
    await tx.insert(returns).values({
      shopId,
      id,
      number,
      numberKey: returnNumberKey(number),
      ground: 'goodwill',
      state: facts.state,
      version: 1,
      gift: facts.gift,
      locale: 'en',
      currency: 'EUR',
      method: { id: 'own', kind: 'own_carrier', store: null, pickupDay: null },
      destination: 'warehouse',
      quote: facts.quote,
      policyVersion: 0,
      decision: {
        lines: facts.items.map((item) => decided(item, facts)),
        methods: [],
        freeMethods: [],
        approval: 'automatic',
        review: [],
        refusals: [],
        refundTrigger: facts.trigger,
        shipExchange: facts.shipExchange,
        destination: 'warehouse',
      },
      refundTrigger: facts.trigger,
      shipExchange: facts.shipExchange,
      requestedBy: 'shopper',
      sentAt: date(facts.sentAt),
      receivedAt: date(facts.receivedAt),
      checkedAt: date(facts.checkedAt),
      createdAt: now,
      updatedAt: now,
    })
    await tx.insert(returnItems).values(
      facts.items.map((item) => ({
        shopId,
        returnId: id,
        key: item.key,
        orderId: item.orderId,
        lineId: item.lineId,
        title: item.title,
        sku: item.sku,
        quantity: item.quantity,
        reason: 'too-small',
        outcome: item.outcome,
        exchange: item.exchange,
        box: 1,
        paid: facts.quote.items.find(({ key }) => key === item.key)?.paid.amount ?? 0,
        receivedQuantity: item.receivedQuantity,
        receivedAt: date(item.receivedAt),
        grade: item.grade,
        deduction: item.deduction,
        checkedAt: date(item.checkedAt),
        contestedAt: date(item.contestedAt),
        contestAnsweredAt: date(item.contestAnsweredAt),
      })),
    )
  })
  return { id, number, orders: written }
}

/** What happens to an item, past its own verbs. */
export const setReturnItem = (
  context: Context,
  shopId: ShopId,
  returnId: string,
  key: string,
  set: Partial<typeof returnItems.$inferInsert>,
) =>
  withShop(context.db, shopId, (tx) =>
    tx
      .update(returnItems)
      .set(set)
      .where(
        and(eq(returnItems.shopId, shopId), eq(returnItems.returnId, returnId), eq(returnItems.key, key)),
      ),
  )
