import { z } from 'zod'

const nodes = <T extends z.ZodType>(node: T) => z.object({ nodes: z.array(node) })

const money = z.object({ presentmentMoney: z.object({ amount: z.string(), currencyCode: z.string() }) })

const transaction = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.string(),
  gateway: z.string().nullable(),
  amountSet: money,
  parentTransaction: z.object({ id: z.string() }).nullable(),
})
export type ShopifyTransaction = z.infer<typeof transaction>

const order = z.object({
  id: z.string(),
  name: z.string(),
  lineItems: nodes(z.object({ id: z.string(), sku: z.string().nullable(), refundableQuantity: z.number() })),
  transactions: z.array(transaction),
  refunds: z.array(z.object({ id: z.string(), note: z.string().nullable() })),
})
export type ShopifyOrder = z.infer<typeof order>

const madeReturn = z.object({
  id: z.string(),
  returnLineItems: nodes(
    z.object({ id: z.string(), returnReasonNote: z.string(), processableQuantity: z.number() }),
  ),
  exchangeLineItems: nodes(z.object({ id: z.string(), processableQuantity: z.number() })),
})
export type ShopifyReturn = z.infer<typeof madeReturn>

const userErrors = z.array(
  z.object({
    field: z.array(z.string()).nullish(),
    message: z.string(),
    code: z.string().nullish(),
  }),
)
export type ShopifyUserErrors = z.infer<typeof userErrors>

export const orderAnswer = z.object({ shop: z.object({ currencyCode: z.string() }), orders: nodes(order) })

export const refundAnswer = z.object({
  refundCreate: z.object({ refund: z.object({ id: z.string() }).nullable(), userErrors }),
})

export const creditAnswer = z.object({
  giftCardCreate: z.object({ giftCard: z.object({ id: z.string() }).nullable(), userErrors }),
})

export const exchangeAnswer = z.object({
  returnableFulfillments: nodes(
    z.object({
      returnableFulfillmentLineItems: nodes(
        z.object({
          quantity: z.number(),
          fulfillmentLineItem: z.object({
            id: z.string(),
            lineItem: z.object({ id: z.string(), sku: z.string().nullable() }),
          }),
        }),
      ),
    }),
  ),
  order: z.object({ returns: nodes(madeReturn) }).nullable(),
})
export type ShopifyExchange = z.infer<typeof exchangeAnswer>

export const returnAnswer = z.object({
  returnCreate: z.object({ return: madeReturn.nullable(), userErrors }),
})

export const processAnswer = z.object({
  returnProcess: z.object({ return: z.object({ id: z.string() }).nullable(), userErrors }),
})
