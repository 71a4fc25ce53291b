import { z } from 'zod'
import { type Listening, listen } from './listen'

const bodySchema = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()) })
const refundSchema = z.object({
  note: z.string(),
  transactions: z.array(z.object({ parentId: z.string(), amount: z.string() })),
})
const cardSchema = z.object({ code: z.string(), initialValue: z.string(), note: z.string() })
const returnSchema = z.object({
  returnLineItems: z.array(z.object({ quantity: z.number(), returnReasonNote: z.string() })),
  exchangeLineItems: z.array(z.object({ quantity: z.number(), variantId: z.string() })),
})

type Made = {
  id: string
  note: string
  lines: { id: string; variantId: string; quantity: number }[]
  processed: boolean
}

export type ShopifyStandIn = Listening & {
  name: string
  currency: string
  /** What the order was paid with. */
  paid: { id: string; gateway: string; amount: string }[]
  refunds: { id: string; note: string; amount: string; parent: string }[]
  cards: z.infer<typeof cardSchema>[]
  returns: Made[]
  /** Requests, by the name of their operation. */
  calls: string[]
  /** What befalls an operation: before it is done, or after it was done and before its answer. */
  befall: (operation: string) => 'before' | 'after' | 'throttled' | 'refused' | null
}

/** Answers documented bodies of the Admin API for one order, and counts what was really done. */
export async function shopifyStandIn(name: string): Promise<ShopifyStandIn> {
  const made: Omit<ShopifyStandIn, keyof Listening> = {
    name,
    currency: 'EUR',
    paid: [{ id: 'gid://shopify/OrderTransaction/1', gateway: 'shopify_payments', amount: '500.00' }],
    refunds: [],
    cards: [],
    returns: [],
    calls: [],
    befall: () => null,
  }
  const keys = new Map<string, string>()
  const money = (amount: string) => ({ presentmentMoney: { amount, currencyCode: made.currency } })
  const shownReturn = ({ id, note, lines, processed }: Made) => ({
    id,
    returnLineItems: {
      nodes: lines.map((line) => ({
        id: `${line.id}-back`,
        returnReasonNote: note,
        processableQuantity: line.quantity,
      })),
    },
    exchangeLineItems: {
      nodes: lines.map((line) => ({ id: line.id, processableQuantity: processed ? 0 : line.quantity })),
    },
  })
  const answers: Record<string, (variables: Record<string, unknown>) => unknown> = {
    Order: () => ({
      shop: { currencyCode: made.currency },
      orders: {
        nodes: [
          {
            id: 'gid://shopify/Order/1',
            name: made.name,
            lineItems: { nodes: [{ id: 'gid://shopify/LineItem/1', sku: 'sku-1', refundableQuantity: 1 }] },
            transactions: [
              ...made.paid.map((one) => ({
                id: one.id,
                kind: 'SALE',
                status: 'SUCCESS',
                gateway: one.gateway,
                amountSet: money(one.amount),
                parentTransaction: null,
              })),
              ...made.refunds.map((one) => ({
                id: `${one.id}-transaction`,
                kind: 'REFUND',
                status: 'SUCCESS',
                gateway: 'shopify_payments',
                amountSet: money(one.amount),
                parentTransaction: { id: one.parent },
              })),
            ],
            refunds: [...new Map(made.refunds.map(({ id, note }) => [id, { id, note }])).values()],
          },
        ],
      },
    }),
    Refund: ({ input, key }) => {
      const known = keys.get(String(key))
      const id = known ?? `gid://shopify/Refund/${made.refunds.length + 1}`
      if (!known) {
        const { note, transactions } = refundSchema.parse(input)
        for (const { parentId, amount } of transactions)
          made.refunds.push({ id, note, amount, parent: parentId })
        keys.set(String(key), id)
      }
      return { refundCreate: { refund: { id }, userErrors: [] } }
    },
    Credit: ({ input }) => {
      const card = cardSchema.parse(input)
      if (made.cards.some(({ code }) => code === card.code))
        return {
          giftCardCreate: {
            giftCard: null,
            userErrors: [{ field: ['input', 'code'], message: 'Code has already been taken', code: 'TAKEN' }],
          },
        }
      made.cards.push(card)
      return {
        giftCardCreate: { giftCard: { id: `gid://shopify/GiftCard/${made.cards.length}` }, userErrors: [] },
      }
    },
    Exchange: () => ({
      returnableFulfillments: {
        nodes: [
          {
            returnableFulfillmentLineItems: {
              nodes: [
                {
                  quantity: 1,
                  fulfillmentLineItem: {
                    id: 'gid://shopify/FulfillmentLineItem/1',
                    lineItem: { id: 'gid://shopify/LineItem/1', sku: 'sku-1' },
                  },
                },
              ],
            },
          },
        ],
      },
      order: { returns: { nodes: made.returns.map(shownReturn) } },
    }),
    Return: ({ input }) => {
      const { returnLineItems, exchangeLineItems } = returnSchema.parse(input)
      const one: Made = {
        id: `gid://shopify/Return/${made.returns.length + 1}`,
        note: returnLineItems[0]?.returnReasonNote ?? '',
        lines: exchangeLineItems.map((line, index) => ({
          ...line,
          id: `gid://shopify/ExchangeLineItem/${index + 1}`,
        })),
        processed: false,
      }
      made.returns.push(one)
      return { returnCreate: { return: shownReturn(one), userErrors: [] } }
    },
    Process: ({ input }) => {
      const { returnId } = z.object({ returnId: z.string() }).parse(input)
      const one = made.returns.find(({ id }) => id === returnId)
      if (one) one.processed = true
      return { returnProcess: { return: one ? { id: one.id } : null, userErrors: [] } }
    },
  }
  const server = await listen((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { query, variables } = bodySchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
      const operation = /^(?:query|mutation) (\w+)/.exec(query)?.[1] ?? ''
      made.calls.push(operation)
      const fate = made.befall(operation)
      if (fate === 'before') return request.socket.destroy()
      const send = (status: number, body: unknown) => {
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(JSON.stringify(body))
      }
      if (fate === 'refused') return send(403, { errors: 'Forbidden' })
      if (fate === 'throttled')
        return send(200, { errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }] })
      const data = answers[operation]?.(variables)
      if (fate === 'after') return request.socket.destroy()
      send(200, { data })
    })
  })
  return Object.assign(made, server)
}
