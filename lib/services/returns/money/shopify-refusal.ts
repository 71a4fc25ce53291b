import type { PayAnswer } from '@/lib/returns/money/backend'
import type { ShopifyUserErrors } from '@/lib/returns/money/shopify/answers'

/** What Shopify says to a change that it didn't make. */
export const shopifyRefusal = (errors: ShopifyUserErrors): PayAnswer => ({
  kind: 'refused',
  words: `Shopify says: ${errors.map(({ message }) => message).join(' ') || 'nothing was done'}`,
})
