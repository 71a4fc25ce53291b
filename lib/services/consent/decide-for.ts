import { readRecipient } from '@/db/queries/read-consents'
import type { ShopTx } from '@/db/with-shop'
import { type Ask, type Decision, decide } from '@/lib/consent/decide'
import type { ShopId } from '@/lib/core/ids'

/**
 * Decides about one message to one person, by what the log and their orders say now. Whoever sends calls it in the transaction
 * in which the message is written, so that an objection is never overtaken. `person` as `orders.customer_key`.
 */
export const decideFor = async (
  tx: ShopTx,
  shopId: ShopId,
  person: string,
  ask: Ask,
  now: Date,
): Promise<Decision> => decide(ask, await readRecipient(tx, shopId, person), now)
