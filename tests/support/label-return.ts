import { randomBytes } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import {
  orders,
  returnBoxes,
  returnItems,
  returnPolicies,
  returnSettings,
  returns,
  workReady,
} from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { newId, type ShopId } from '@/lib/core/ids'
import { type PolicyInput, policySchema } from '@/lib/returns/policy/schema'
import { returnNumberKey } from '@/lib/returns/return-number'
import type { ServiceSecret } from '@/lib/returns/service-secrets'
import { type ReturnSettings, returnSettingsSchema } from '@/lib/returns/settings'
import type { Outcome } from '@/lib/returns/vocabulary'
import type { Context } from '@/lib/services/context'
import { changeReturn } from '@/lib/services/returns/change-return'
import { sealReturnSecret } from '@/lib/services/returns/return-secrets'

type MethodInput = PolicyInput['methods'][number]

/** A policy whose only remarkable parts are its methods. */
const policyWith = (methods: MethodInput[]) =>
  policySchema.parse({
    schema: 1,
    currency: 'EUR',
    window: { days: 30, from: 'delivery' },
    reasons: [{ id: 'size', texts: { en: 'Doesn’t fit' } }],
    outcomes: ['refund', 'keep'],
    methods,
    destinations: [
      {
        id: 'warehouse',
        name: 'Alpenglück Retouren',
        line1: 'Gewerbepark 12',
        postalCode: '6020',
        city: 'Innsbruck',
        countryCode: 'AT',
      },
    ],
  } satisfies PolicyInput)

export const labelMethod = (more: Partial<Extract<MethodInput, { kind: 'label' }>> = {}): MethodInput => ({
  kind: 'label',
  id: 'label',
  texts: { en: 'Label' },
  carrier: 'dhl',
  ...more,
})

/** Writes the shop's policy of version 1 with these methods. */
export const writeMethods = (context: Context, shopId: ShopId, methods: MethodInput[]) =>
  withShop(context.db, shopId, (tx) =>
    tx.insert(returnPolicies).values({
      shopId,
      version: 1,
      document: policyWith(methods),
      createdAt: context.now(),
      activeSince: context.now(),
    }),
  )

export const writeSettings = (
  context: Context,
  shopId: ShopId,
  settings: Partial<Pick<ReturnSettings, 'ranges' | 'labels'>>,
  secrets: Partial<Record<ServiceSecret, string>> = {},
) =>
  withShop(context.db, shopId, async (tx) => {
    const now = context.now()
    const seal = <N extends ServiceSecret>(name: N) => {
      const secret = secrets[name]
      return secret === undefined
        ? {}
        : { [name]: sealReturnSecret(context.keyring, shopId, name, secret, now) }
    }
    const sealed = {
      ...seal('easypost'),
      ...seal('shippo'),
      ...seal('sendcloud'),
      ...seal('dhl'),
      ...seal('dhl_key'),
    }
    const values = { settings: returnSettingsSchema.parse(settings), secrets: sealed, updatedAt: now }
    await tx
      .insert(returnSettings)
      .values({ shopId, createdAt: now, ...values })
      .onConflictDoUpdate({ target: returnSettings.shopId, set: values })
  })

export type Packed = {
  /** One outcome an item, by box. */
  boxes?: Outcome[][]
  method?: string
  kind?: 'label' | 'qr' | 'store' | 'pickup'
  gift?: boolean
  email?: string | null
  line1?: string | null
}

/** A return that was just asked for: an order, its items in boxes, and nothing else. */
export async function writeReturn(
  context: Context,
  shopId: ShopId,
  {
    boxes = [['refund']],
    method = 'label',
    kind = 'label',
    gift = false,
    email = null,
    line1 = 'Sendlinger Str. 1',
  }: Packed = {},
): Promise<{ id: string; number: string }> {
  const now = context.now()
  const id = newId()
  const orderId = newId()
  const number = `R${randomBytes(4).toString('hex').toUpperCase()}`
  await withShop(context.db, shopId, async (tx) => {
    await tx.insert(orders).values({
      shopId,
      id: orderId,
      number: `AG-${number}`,
      numberKey: `AG-${number}`,
      placedAt: now,
      currency: 'EUR',
      customerName: 'Resi Huber',
      customerEmail: 'resi@example.org',
      customerPhone: '+49891234567',
      deliveryAddress: { name: 'Resi Huber', line1, postalCode: '80331', city: 'München', countryCode: 'DE' },
      discounts: [],
      tags: [],
      customerTags: [],
      version: 1,
      createdAt: now,
      updatedAt: now,
    })
    await tx.insert(returns).values({
      shopId,
      id,
      number,
      numberKey: returnNumberKey(number),
      ground: 'goodwill',
      state: 'requested',
      version: 1,
      gift,
      email,
      locale: 'de',
      currency: 'EUR',
      method: { id: method, kind, store: null, pickupDay: null },
      destination: 'warehouse',
      quote: {
        currency: 'EUR',
        items: [],
        shipping: [],
        charges: [],
        refund: 0,
        credit: 0,
        bonus: 0,
        pay: 0,
        tax: 0,
        moneyBy: null,
      },
      policyVersion: 1,
      decision: {
        lines: [],
        methods: [],
        freeMethods: [],
        approval: 'automatic',
        review: [],
        refusals: [],
        refundTrigger: 'check',
        shipExchange: 'receipt',
        destination: 'warehouse',
      },
      refundTrigger: 'check',
      shipExchange: 'receipt',
      requestedBy: 'shopper',
      createdAt: now,
      updatedAt: now,
    })
    const items = boxes.flatMap((outcomes, index) => outcomes.map((outcome) => ({ outcome, box: index + 1 })))
    for (const [index, { outcome, box }] of items.entries())
      await tx.insert(returnItems).values({
        shopId,
        returnId: id,
        key: String(index + 1),
        orderId,
        lineId: String(index + 1),
        title: `Ding ${index + 1}`,
        quantity: 1,
        reason: 'size',
        outcome,
        box,
        paid: 1000,
        receivedQuantity: 0,
        deduction: 0,
      })
    for (const index of boxes.keys())
      await tx.insert(returnBoxes).values({
        shopId,
        returnId: id,
        box: index + 1,
        labelState: 'none',
        labelTries: 0,
        createdAt: now,
      })
  })
  return { id, number }
}

/** Lets a return through, as its sending does. */
export async function approve(context: Context, shopId: ShopId, returnId: string) {
  const changed = await withShop(context.db, shopId, (tx) =>
    changeReturn(tx, context, shopId, { id: returnId }, { actor: 'shopper' }, { event: 'submit_approved' }),
  )
  if (!changed.ok) throw new Error(changed.error.code)
  return changed.value
}

export const boxesOf = (context: Context, shopId: ShopId, returnId: string) =>
  withShop(context.db, shopId, (tx) =>
    tx
      .select()
      .from(returnBoxes)
      .where(and(eq(returnBoxes.shopId, shopId), eq(returnBoxes.returnId, returnId)))
      .orderBy(asc(returnBoxes.box)),
  )

/** What waits to be done about labels. */
export const labelWork = (context: Context, shopId: ShopId) =>
  context.db
    .select()
    .from(workReady)
    .where(and(eq(workReady.shopId, shopId), eq(workReady.kind, 'label')))
    .orderBy(asc(workReady.dueAt))
