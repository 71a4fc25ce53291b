import { fail, ok, type Result } from '@/lib/core/result'
import type { ShopifyOrder } from './answers'

const bare = (name: string): string => name.replace(/^#/, '').toUpperCase()

/** Search syntax: https://shopify.dev/docs/api/usage/search-syntax */
export const orderSearch = (number: string): string => `name:"${bare(number).replace(/(["\\])/g, '\\$1')}"`

/** The order that a number means; a search is looser than a name, so each found one is compared. Words where it isn't one alone. */
export function findOrder(orders: readonly ShopifyOrder[], number: string): Result<ShopifyOrder, string> {
  const [order, ...others] = orders.filter(({ name }) => bare(name) === bare(number))
  if (!order) return fail(`Shopify has no order ${number}`)
  return others.length === 0 ? ok(order) : fail(`Shopify has several orders ${number}`)
}

/** An id as Shopify writes it, whether the shop told it whole or as a number; null for what is none. */
export function shopifyId(type: 'LineItem' | 'ProductVariant', id: string): string | null {
  const prefix = `gid://shopify/${type}/`
  if (id.startsWith(prefix)) return id
  return /^\d+$/.test(id) ? `${prefix}${id}` : null
}
