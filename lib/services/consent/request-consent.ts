import { readRecipient } from '@/db/queries/read-consents'
import { withShop } from '@/db/with-shop'
import type { MarketingPurpose } from '@/lib/consent/purpose'
import { standingOf } from '@/lib/consent/standing'
import { newId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Locale } from '@/lib/i18n/locales'
import { customerKey } from '@/lib/orders/customer-key'
import { readProof } from '@/lib/orders/proof'
import { countAttempt } from '@/lib/services/attempts'
import type { Context } from '@/lib/services/context'
import { networkOf } from '@/lib/services/network-of'
import type { Shop } from '@/lib/shops/shop'
import { askToConfirm } from './ask-to-confirm'
import { keepRecipient } from './keep-recipient'
import { logConsent, type Wording } from './log-consent'
import { networkHash } from './network-hash'

/** Nobody's mailbox is filled through a shop's form. */
const ADDRESS_LIMITS = [{ id: 'consent-address-day', windowSeconds: 86_400, max: 3 }] as const
const NETWORK_LIMITS = [{ id: 'consent-network-hour', windowSeconds: 3600, max: 20 }] as const

type ConsentRequest = {
  email: string
  purpose: MarketingPurpose
  locale: Locale
  country: string | null
  /** Where the form stood. */
  place: string
  wording: Wording
  /** The network address that it came from. */
  peer: string
}

export type RequestError =
  | { code: 'email_invalid' }
  | { code: 'too_many_attempts'; retryAfterSeconds: number }

const LONGEST_EMAIL = 320

/**
 * Takes a wish for mails, the first half of a double opt-in: writes it into the log and asks the mailbox. The answer is the same
 * whether or not the address is known, agreed before, or was asked too often today.
 */
export async function requestConsent(
  context: Context,
  shop: Shop,
  { email, purpose, locale, country, place, wording, peer }: ConsentRequest,
): Promise<Result<null, RequestError>> {
  const { db, keyring, now } = context
  const address = readProof(email)
  const person = customerKey(keyring, email)
  if (
    !person ||
    address.kind !== 'email' ||
    email.length > LONGEST_EMAIL ||
    !/^[^\s@]+@[^\s@]+$/.test(address.text)
  )
    return fail({ code: 'email_invalid' })
  return withShop(db, shop.id, async (tx) => {
    const at = now()
    const network = await countAttempt(
      tx,
      keyring,
      shop.id,
      [{ limits: NETWORK_LIMITS, text: networkOf(peer) }],
      at,
    )
    if (network.retryAfterSeconds !== null)
      return fail({ code: 'too_many_attempts', retryAfterSeconds: network.retryAfterSeconds })
    const asked = await countAttempt(
      tx,
      keyring,
      shop.id,
      [{ limits: ADDRESS_LIMITS, text: address.text }],
      at,
    )
    if (asked.retryAfterSeconds !== null) return ok(null)
    const { entries } = await readRecipient(tx, shop.id, person)
    if (standingOf(entries, purpose, 'email').consent === 'confirmed') return ok(null)
    const id = newId()
    await keepRecipient(tx, context, shop, { person, email: email.trim(), locale, country })
    const proof = { by: 'form', network: networkHash(keyring, peer) } as const
    const said = {
      id,
      act: 'requested',
      subject: purpose,
      channel: 'email',
      at,
      place,
      wording,
      proof,
    } as const
    await logConsent(tx, shop.id, person, [said], at)
    await askToConfirm(tx, context, shop, { id, email: email.trim(), purpose, locale })
    return ok(null)
  })
}
