import { z } from 'zod'
import { fail, ok, type Result } from '@/lib/core/result'
import type { MoneyBackend } from '@/lib/returns/money/backend'
import type { AskedPayment } from '@/lib/returns/money/payment-message'
import { type WooOrder, wooError, wooOrder, wooRefund } from '@/lib/returns/money/woocommerce/answers'
import { findWooRefund, wooRefundBody } from '@/lib/returns/money/woocommerce/refund-body'
import type { ReturnSettings } from '@/lib/returns/settings'
import type { Context } from '@/lib/services/context'
import { type Call, callJson } from './call-json'
import type { CallFailure } from './call-shopify'

/** What a gateway or WooCommerce itself has refused for good, although it answers 500: the refund is taken back. */
const NOT_MADE = 'woocommerce_rest_cannot_create_order_refund'

const isRefusal = (status: number): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 429

/**
 * WooCommerce's refunds, found again by a field of their own:
 * https://developer.woocommerce.com/docs/apis/rest-api/v3/order-refunds/
 */
export function wooCommerceBackend(
  { fetch }: Context,
  { url, consumerKey }: Extract<ReturnSettings['money'], { backend: 'woocommerce' }>,
  consumerSecret: string,
): MoneyBackend {
  const base = `${url.replace(/\/+$/, '')}/wp-json/wc/v3`
  const authorization = `Basic ${Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64')}`

  async function call<T>(
    path: string,
    schema: z.ZodType<T>,
    more: Pick<Call, 'method' | 'body'> = { method: 'GET' },
  ): Promise<Result<T, CallFailure>> {
    const called = await callJson(fetch, { url: `${base}${path}`, headers: { authorization }, ...more })
    if (!called.ok) return fail({ kind: 'unsure', words: `WooCommerce didn’t answer (${called.error})` })
    const { status, json } = called.value
    if (status >= 400) {
      const { code, message } = wooError.safeParse(json).data ?? { code: '', message: String(status) }
      const kind = isRefusal(status) || code === NOT_MADE ? 'refused' : 'unsure'
      return fail({ kind, words: `WooCommerce says: ${message}` })
    }
    const parsed = schema.safeParse(json)
    return parsed.success
      ? ok(parsed.data)
      : fail({ kind: 'unsure', words: 'WooCommerce answered in an unknown shape' })
  }

  /** A number is an order's id unless a plugin numbers them; so the order found has to say the number itself. */
  async function readOrder({ orderNumber, currency }: AskedPayment): Promise<Result<WooOrder, CallFailure>> {
    const number = orderNumber.replace(/^#/, '')
    const search = `/orders?per_page=20&search=${encodeURIComponent(number)}`
    const listed = await call(search, z.array(wooOrder))
    if (!listed.ok) return listed
    const byId = /^\d+$/.test(number) ? await call(`/orders/${number}`, wooOrder) : null
    if (byId && !byId.ok && byId.error.kind === 'unsure') return byId
    const orders = [...(byId?.ok ? [byId.value] : []), ...listed.value]
    const order = orders.find((one) => one.number === number)
    if (!order) return fail({ kind: 'refused', words: `WooCommerce has no order ${orderNumber}` })
    return order.currency === currency
      ? ok(order)
      : fail({ kind: 'refused', words: `WooCommerce’s order ${orderNumber} is in ${order.currency}` })
  }

  return {
    pay: async (asked) => {
      if (asked.kind !== 'refund')
        return { kind: 'refused', words: 'WooCommerce can be asked for refunds alone' }
      const order = await readOrder(asked)
      if (!order.ok) return order.error
      const made = await call(`/orders/${order.value.id}/refunds`, wooRefund, {
        method: 'POST',
        body: wooRefundBody(order.value, asked),
      })
      return made.ok ? { kind: 'sent', reference: String(made.value.id), code: null } : made.error
    },
    find: async (asked) => {
      const order = await readOrder(asked)
      if (!order.ok) return { kind: 'unsure', words: order.error.words }
      const refunds = await call(`/orders/${order.value.id}/refunds?per_page=100`, z.array(wooRefund))
      if (!refunds.ok) return { kind: 'unsure', words: refunds.error.words }
      const refund = findWooRefund(refunds.value, asked.key)
      return refund ? { kind: 'found', reference: String(refund.id), code: null } : { kind: 'none' }
    },
  }
}
