import { outbox } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { MarketingPurpose } from '@/lib/consent/purpose'
import { newId } from '@/lib/core/ids'
import type { Locale } from '@/lib/i18n/locales'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { admitConsentToken } from './consent-links'

/** Hands the question whether a request was meant to the outbox; the mail makes its link anew from the request's id. */
export async function askToConfirm(
  tx: ShopTx,
  { keyring, now }: Context,
  shop: Shop,
  { id, email, purpose, locale }: { id: string; email: string; purpose: MarketingPurpose; locale: Locale },
): Promise<void> {
  await admitConsentToken(tx, keyring, shop.id, { purpose: 'confirm', subject: id }, now())
  await tx.insert(outbox).values({
    shopId: shop.id,
    id: newId(),
    subjectType: 'consent',
    subject: id,
    milestone: 'confirm',
    occurrence: '1',
    channel: 'email',
    target: email,
    payload: { request: id, purpose, locale },
    state: 'due',
    tries: 0,
    createdAt: now(),
  })
}
