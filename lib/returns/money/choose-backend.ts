import type { ReturnSettings } from '@/lib/returns/settings'
import type { BackendName, PaymentKind, PlannedPayment } from './payment'

type Platform = ReturnSettings['money']['backend']

/**
 * Who does what: what a platform has no way of its own for (store credit in WooCommerce, asking for money anywhere) is told
 * the merchant by webhook.
 */
const BACKENDS = {
  webhook: { refund: 'webhook', credit: 'webhook', exchange: 'webhook', charge: 'webhook' },
  shopify: { refund: 'shopify', credit: 'shopify', exchange: 'shopify', charge: 'webhook' },
  woocommerce: { refund: 'woocommerce', credit: 'webhook', exchange: 'webhook', charge: 'webhook' },
} as const satisfies Record<Platform, Record<PaymentKind, BackendName>>

/** A repair is handwork: no platform has an order for it. What was paid for an exchange goes back by whoever was asked to collect it. */
export function chooseBackend(
  platform: Platform,
  { kind, items, amount, back }: Pick<PlannedPayment, 'kind' | 'items' | 'amount' | 'back'>,
): BackendName {
  const isRepair = items.some(({ outcome }) => outcome === 'repair')
  const isCharge = back > 0 && back === amount
  return isRepair ? 'webhook' : BACKENDS[platform][isCharge ? 'charge' : kind]
}
