import { z } from 'zod'
import { type Listening, listen } from './listen'

const refundSchema = z.looseObject({
  amount: z.string(),
  meta_data: z.array(z.object({ key: z.string(), value: z.string() })),
})

export type WooStandIn = Listening & {
  /** The order's number, which is not its id here. */
  number: string
  refunds: (z.infer<typeof refundSchema> & { id: number })[]
  authorization: string
  /** Refunds are refused so. */
  refuses: string | null
  /** So many requests for a refund end in an inner error. */
  breaks: number
}

const ORDER_ID = 4242

/** Answers documented bodies of WooCommerce's REST API for one order, and counts what was really refunded. */
export async function wooStandIn(): Promise<WooStandIn> {
  const made: Omit<WooStandIn, keyof Listening> = {
    number: '',
    refunds: [],
    authorization: '',
    refuses: null,
    breaks: 0,
  }
  const order = () => ({
    id: ORDER_ID,
    number: made.number,
    currency: 'EUR',
    line_items: [{ id: 11, sku: 'sku-1', quantity: 1 }],
  })
  const server = await listen((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      made.authorization = request.headers.authorization ?? ''
      const send = (status: number, body: unknown) => {
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(JSON.stringify(body))
      }
      const { pathname } = new URL(request.url ?? '/', 'http://shop.test')
      if (pathname === '/wp-json/wc/v3/orders') return send(200, [order()])
      if (pathname !== `/wp-json/wc/v3/orders/${ORDER_ID}/refunds`)
        return send(404, { code: 'woocommerce_rest_shop_order_invalid_id', message: 'Invalid ID.' })
      if (request.method === 'GET') return send(200, made.refunds)
      if (made.breaks-- > 0)
        return send(503, { code: 'internal', message: 'There has been a critical error' })
      if (made.refuses !== null)
        return send(500, { code: 'woocommerce_rest_cannot_create_order_refund', message: made.refuses })
      const body = refundSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
      const refund = { ...body, id: made.refunds.length + 1 }
      made.refunds.push(refund)
      send(201, refund)
    })
  })
  return Object.assign(made, server)
}
