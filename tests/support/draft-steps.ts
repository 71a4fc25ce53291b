import { eq } from 'drizzle-orm'
import { orders, returnPolicies } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { orderNumberKey } from '@/lib/orders/order'
import type { DraftChange } from '@/lib/returns/draft-change'
import type { DraftView } from '@/lib/returns/draft-view'
import { type PolicyInput, policySchema } from '@/lib/returns/policy/schema'
import { quoteFingerprint } from '@/lib/returns/quote-fingerprint'
import { changeDraft } from '@/lib/services/returns/change-draft'
import { openDraft } from '@/lib/services/returns/open-draft'
import { sendReturn } from '@/lib/services/returns/send-return'
import { startDraft } from '@/lib/services/returns/start-draft'
import type { TestContext, TestShop } from './context'

const say = (text: string) => ({ en: text, de: text })

/** Thirty days from delivery, every outcome, every kind of method. */
export const POLICY: PolicyInput = {
  schema: 1,
  currency: 'EUR',
  window: { days: 30, from: 'delivery', assumedDays: 5 },
  reasons: [
    {
      id: 'size',
      texts: say('The size'),
      subReasons: [
        { id: 'small', texts: say('Too small') },
        { id: 'large', texts: say('Too large') },
      ],
    },
    { id: 'mind', texts: say('Changed my mind'), outcomes: ['refund', 'store_credit'] },
    { id: 'broken', texts: say('It is broken'), fault: 'shop', photos: 'required', comment: 'required' },
  ],
  outcomes: ['refund', 'store_credit', 'exchange_variant', 'exchange_product', 'replacement', 'repair'],
  methods: [
    { kind: 'label', id: 'label', texts: say('Label'), carrier: 'dhl', price: 490 },
    {
      kind: 'store',
      id: 'store',
      texts: say('Shop'),
      stores: [{ id: 'muc', name: 'Munich', address: 'Marienplatz 1' }],
    },
    { kind: 'pickup', id: 'pickup', texts: say('Pickup'), carrier: 'dhl', weekdays: [1, 2, 3, 4, 5] },
    { kind: 'own_carrier', id: 'own', texts: say('Own') },
  ],
  destinations: [
    {
      id: 'shop',
      name: 'The shop',
      line1: 'Lager 1',
      postalCode: '80331',
      city: 'München',
      countryCode: 'DE',
    },
  ],
  storeCredit: { bonusPercent: 10 },
  keepBelow: 500,
}

let versions = 0

/** Lets a policy hold from now on. */
export async function putPolicy(context: TestContext, shop: TestShop, input: PolicyInput): Promise<void> {
  await withShop(context.db, shop.id, (tx) =>
    tx.insert(returnPolicies).values({
      shopId: shop.id,
      version: ++versions,
      document: policySchema.parse(input),
      note: null,
      createdAt: context.now(),
      activeSince: context.now(),
    }),
  )
}

export async function orderIdOf(context: TestContext, shop: TestShop, number: string): Promise<string> {
  const [row] = await withShop(context.db, shop.id, (tx) =>
    tx
      .select({ id: orders.id })
      .from(orders)
      .where(eq(orders.numberKey, orderNumberKey(number))),
  )
  if (!row) throw new Error(`no order ${number}`)
  return row.id
}

export type Steps = ReturnType<typeof steps>

/** A shopper at a draft: sees it, answers it as it was last seen, sends the sum that they see. */
export function steps(context: TestContext, shop: TestShop, token: string) {
  const see = async (): Promise<DraftView> => {
    const view = await openDraft(context, shop.shop, token)
    if (!view) throw new Error('the draft opens nothing')
    return view
  }
  const answer = async (change: DraftChange, version?: number) =>
    changeDraft(context, shop.shop, token, { version: version ?? (await see()).version, change })
  const must = async (change: DraftChange) => {
    const changed = await answer(change)
    if (!changed.ok) throw new Error(JSON.stringify(changed.error))
  }
  const seen = async () => {
    const { quote, version } = await see()
    return { version, seen: quote ? quoteFingerprint(quote) : '' }
  }
  return {
    token,
    see,
    answer,
    must,
    seen,
    send: async () => sendReturn(context, shop.shop, token, await seen()),
  }
}

export async function start(context: TestContext, shop: TestShop, number: string, gift = false) {
  const orderId = await orderIdOf(context, shop, number)
  const { token } = await startDraft(context, shop.shop, { orderId, gift })
  return { orderId, ...steps(context, shop, token) }
}

/** Answers every step for lines of one order: refunds, by label, because they changed their mind. */
export async function answerAll(
  at: Steps,
  chosen: { orderId: string; lineId: string; quantity: number }[],
): Promise<void> {
  await at.must({ kind: 'items', chosen })
  const keys = (await at.see()).items.map(({ item }) => item.key)
  await at.must({
    kind: 'reasons',
    answers: keys.map((key) => ({ key, reason: 'mind', subReason: null, comment: null })),
  })
  await at.must({
    kind: 'outcomes',
    answers: keys.map((key) => ({ key, outcome: 'refund' as const, exchangeSku: null })),
  })
  await at.must({ kind: 'method', method: 'label', store: null, pickupDay: null, own: [] })
}
