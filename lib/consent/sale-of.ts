import type { Sale } from './decide'
import type { ConsentSettings } from './settings'

/** What an order says about how the shop came by the address. */
export const saleOf = (
  order: { placedAt: Date; channel: string | null },
  { noticeSince, ownChannels }: ConsentSettings,
): Sale => ({
  at: order.placedAt,
  own: order.channel === null || ownChannels.includes(order.channel),
  noticed: noticeSince !== null && order.placedAt >= new Date(noticeSince),
})
