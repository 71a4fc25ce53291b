import { getActivePolicy } from '@/db/queries/read-policy'
import type { ShopTx } from '@/db/with-shop'
import type { DraftView } from '@/lib/returns/draft-view'
import type { ViewInput } from '@/lib/returns/drafts/assemble-view'
import type { DraftSource } from '@/lib/returns/drafts/draft-source'
import { settledView } from '@/lib/returns/drafts/settled-view'
import { policyInCurrency } from '@/lib/returns/policy-in-currency'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { returnToken } from './return-links'

export type ReadDraft = { input: ViewInput; view: DraftView }

/** A draft as its steps show it, by the policy that holds now; null where there is no draft. */
export async function readDraftView(
  tx: ShopTx,
  { keyring, now }: Pick<Context, 'keyring' | 'now'>,
  shop: Shop,
  reading: Promise<DraftSource | null>,
): Promise<ReadDraft | null> {
  const [source, active] = await Promise.all([reading, getActivePolicy(tx, shop.id)])
  if (!source) return null
  if (!active) throw new Error(`shop ${shop.id} has no policy`)
  const currency = source.orders.find(({ id }) => id === source.draft.orders[0])?.currency
  const input: ViewInput = {
    source,
    policy: currency ? policyInCurrency(active.policy, currency) : active.policy,
    policyVersion: active.version,
    now: now(),
    timeZone: shop.timeZone,
    sent: source.sent && {
      token: returnToken(keyring, shop.key, source.sent.id),
      number: source.sent.number,
    },
  }
  return { input, view: settledView(input) }
}
