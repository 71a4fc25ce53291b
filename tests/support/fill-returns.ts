import { findOrderForLookUp } from '@/db/queries/find-order'
import { withShop } from '@/db/with-shop'
import { quoteRequestSchema } from '@/lib/api/schemas/return-request-schema'
import { returnSettingsBodySchema } from '@/lib/api/schemas/return-settings-schema'
import type { Result } from '@/lib/core/result'
import { orderNumberKey } from '@/lib/orders/order'
import { defaultPolicy } from '@/lib/returns/policy/default-policy'
import { variantsBodySchema } from '@/lib/returns/variants-body'
import type { Context } from '@/lib/services/context'
import { checkItems } from '@/lib/services/returns/check-items'
import { createGiftCodes } from '@/lib/services/returns/create-gift-codes'
import { receiveReturn } from '@/lib/services/returns/receive-return'
import { requestReturn } from '@/lib/services/returns/request-return'
import { writePolicy } from '@/lib/services/returns/write-policy'
import { writeReturnSettings } from '@/lib/services/returns/write-return-settings'
import { writeVariants } from '@/lib/services/returns/write-variants'
import type { TestShop } from './context'
import { png } from './picture'

const WAREHOUSE = { actor: 'warehouse', name: 'tests' } as const

const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const POLICY = defaultPolicy({
  currency: 'EUR',
  locales: ['de', 'en', 'fr', 'bar'],
  destination: {
    name: 'Lager',
    line1: 'Am Bahndamm 1',
    postalCode: '83022',
    city: 'Rosenheim',
    countryCode: 'DE',
  },
})

/** What an order holds for {@link fillReturns}: line `1`, of product `hose` and sku `HOSE-M`, bought twice and delivered. */
export async function fillReturns(context: Context, { id, shop }: TestShop, number: string): Promise<void> {
  must(await writePolicy(context, id, POLICY, { draft: false, note: null }))
  const range = { name: 'dhl', scheme: 'plain', prefix: 'RT', first: 1, last: 99 }
  must(await writeReturnSettings(context, id, returnSettingsBodySchema.parse({ ranges: { dhl: range } })))
  const variant = { product: 'hose', title: 'Hose', price: 100, currency: 'EUR', stock: 9 }
  const variants = [
    { ...variant, sku: 'HOSE-M' },
    { ...variant, sku: 'HOSE-L' },
  ]
  await writeVariants(context, id, variantsBodySchema.parse({ variants }))
  must(await createGiftCodes(context, id, number, 1))
  const order = await withShop(context.db, id, (tx) => findOrderForLookUp(tx, id, orderNumberKey(number)))
  if (!order) throw new Error(`there is no order ${number}`)
  const photo = (await png(40, 40)).toString('base64')
  const item = { line: '1', quantity: 1 }
  const request = quoteRequestSchema.parse({
    items: [
      {
        ...item,
        reason: 'damaged',
        subReason: 'item_damaged',
        photos: [photo],
        outcome: 'exchange_variant',
        exchangeSku: 'HOSE-L',
      },
      { ...item, reason: 'changed_mind', outcome: 'refund' },
    ],
    method: 'label',
  })
  const by = { actor: 'shopper', name: null } as const
  const sent = must(await requestReturn(context, shop, order.id, { request, locale: 'de', by }))
  must(await receiveReturn(context, id, { number: sent.number }, WAREHOUSE))
  const found = {
    grade: 'as_new',
    disposition: 'restock',
    deduction: 0,
    deductionReason: null,
    photos: [],
  } as const
  const checks = ['1', '2'].map((key) => ({ key, ...found }))
  must(await checkItems(context, id, { number: sent.number }, WAREHOUSE, checks))
}
