import type { z } from 'zod'
import { withShop } from '@/db/with-shop'
import type { consentsBodySchema } from '@/lib/consent/consents-body'
import { derivedId } from '@/lib/core/derived-id'
import type { ShopId } from '@/lib/core/ids'
import { customerKey } from '@/lib/orders/customer-key'
import type { Context } from '@/lib/services/context'
import { logConsent } from './log-consent'

/**
 * Writes what people told the shop elsewhere: a box at the checkout, an objection by telephone, the log of a mailing service. An
 * entry is known by its content, so that the same report twice is one.
 */
export const recordConsents = (
  { db, keyring, now }: Context,
  shopId: ShopId,
  { consents }: z.output<typeof consentsBodySchema>,
): Promise<number> =>
  withShop(db, shopId, async (tx) => {
    const written = now()
    for (const { email, act, subject, channel, at, place, wording, reference } of consents) {
      const person = customerKey(keyring, email)
      if (!person) throw new Error('an address that was checked names nobody')
      const said = {
        id: derivedId(JSON.stringify([person, act, subject, channel, at, reference])),
        act,
        subject,
        channel,
        // What lay ahead would stand above every objection until then.
        at: at > written ? written : at,
        place,
        wording: wording === null ? null : { version: wording },
        proof: { by: 'merchant', reference } as const,
      }
      await logConsent(tx, shopId, person, [said], written)
    }
    return consents.length
  })
