import { returnSettingsBodySchema } from '@/lib/api/schemas/return-settings-schema'
import { variantsBodySchema } from '@/lib/returns/variants-body'
import { orderToken } from '@/lib/services/order-links'
import { writeReturnSettings } from '@/lib/services/returns/write-return-settings'
import { writeVariants } from '@/lib/services/returns/write-variants'
import { runAfter } from './after'
import { addShop, type TestContext, type TestShop } from './context'
import { orderIdOf, POLICY, putPolicy } from './draft-steps'
import { order, putOrder } from './post'

export const EMAIL = 'resi@example.org'

const JACKET = {
  id: '1',
  sku: 'SHELL-M',
  product: 'SHELL',
  title: 'Regenjacke',
  variant: 'M',
  quantity: 3,
  unitPrice: 10_000,
  taxRate: 0.19,
}
const CAP = { id: '2', sku: 'CAP', title: 'Kappe', quantity: 1, unitPrice: 4_000, taxRate: 0.19 }

const variant = (sku: string, size: string, price: number, stock: number) => ({
  sku,
  product: 'SHELL',
  title: 'Regenjacke',
  variant: size,
  options: { size },
  price,
  currency: 'EUR',
  stock,
})

/** Writes an order of Resi's, or of somebody else's; gives what opens it. */
export async function placeOrder(
  context: TestContext,
  shop: TestShop,
  number: string,
  more: object = {},
): Promise<{ act: string; view: string; id: string }> {
  await putOrder(
    shop,
    number,
    order({
      locale: 'en',
      customer: { name: 'Resi Huber', email: EMAIL },
      lines: [JACKET, CAP],
      discounts: [{ code: 'HERBST', amount: 3_400 }],
      shipping: { price: 490 },
      deliveryAddress: { postalCode: '80331', countryCode: 'DE' },
      ...more,
    }),
  )
  await runAfter()
  const id = await orderIdOf(context, shop, number)
  const token = (scope: 'act' | 'view') => orderToken(context.keyring, shop.shop.key, id, scope)
  return { act: token('act'), view: token('view'), id }
}

/** A shop that takes returns by label of its own number range, with an order of three jackets and a cap. */
export async function returnScene(context: TestContext) {
  const shop = await addShop(context, { embedOrigins: ['https://shop.example'] }, ['standard'])
  await putPolicy(context, shop, POLICY)
  const range = { name: 'back', scheme: 's10', prefix: 'RR', suffix: 'DE', first: 1, last: 9_999 }
  await writeReturnSettings(context, shop.id, returnSettingsBodySchema.parse({ ranges: { dhl: range } }))
  await writeVariants(
    context,
    shop.id,
    variantsBodySchema.parse({
      variants: [variant('SHELL-M', 'M', 10_000, 5), variant('SHELL-L', 'L', 12_000, 2)],
    }),
  )
  return { shop, ...(await placeOrder(context, shop, 'AG-1')) }
}

/** A refund of one cap, because somebody changed their mind, by label. */
export const CAP_BACK = {
  items: [{ line: '2', quantity: 1, reason: 'mind', outcome: 'refund' }],
  method: 'label',
}
