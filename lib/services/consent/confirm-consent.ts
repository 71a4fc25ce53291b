import { and, eq } from 'drizzle-orm'
import { readRecipient } from '@/db/queries/read-consents'
import { consents, tokens } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import type { SentChannel } from '@/lib/consent/channel'
import { CONFIRM_DAYS } from '@/lib/consent/preferences'
import { isMarketing, type MarketingPurpose } from '@/lib/consent/purpose'
import { standingOf } from '@/lib/consent/standing'
import { derivedId } from '@/lib/core/derived-id'
import { sha256 } from '@/lib/core/keyring'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { parseToken } from '@/lib/shops/token'
import { logConsent } from './log-consent'
import { networkHash } from './network-hash'

/** A request as its link finds it. */
type ConsentRequestState = {
  purpose: MarketingPurpose
  /** `open`: waits for its confirmation. `over`: too old, or somebody has said no since. */
  state: 'open' | 'confirmed' | 'over'
}

type Found = ConsentRequestState & {
  id: string
  person: string
  channel: SentChannel
  wording: string | null
}

const DAY_MS = 86_400_000

async function findRequest(tx: ShopTx, shop: Shop, text: string, now: Date): Promise<Found | null> {
  const token = parseToken(text)
  if (!token || token.shopKey !== shop.key) return null
  const [row] = await tx
    .select({ entry: consents })
    .from(tokens)
    .innerJoin(consents, and(eq(consents.shopId, tokens.shopId), eq(consents.id, tokens.subject)))
    .where(
      and(
        eq(tokens.shopId, shop.id),
        eq(consents.shopId, shop.id),
        eq(tokens.tokenHash, sha256(token.bits)),
        eq(tokens.purpose, 'confirm'),
      ),
    )
  if (!row) return null
  const { id, person, subject, channel, at, wording } = row.entry
  if (subject === 'marketing' || subject === 'personalisation' || !isMarketing(subject) || channel === null)
    throw new Error(`the request ${id} is about nothing that can be confirmed`)
  const { entries } = await readRecipient(tx, shop.id, person)
  const { consent } = standingOf(entries, subject, channel)
  const isYoung = now.getTime() - at.getTime() <= CONFIRM_DAYS * DAY_MS
  // A no after the request would have ended it: then the log says neither.
  const state = consent === 'confirmed' ? 'confirmed' : consent !== 'none' && isYoung ? 'open' : 'over'
  return { id, person, purpose: subject, channel, wording, state }
}

/** How the request behind a link stands; null when the link opens nothing. Looking changes nothing: scanners look, too. */
export const readConsentRequest = (
  { db, now }: Context,
  shop: Shop,
  token: string,
): Promise<ConsentRequestState | null> => withShop(db, shop.id, (tx) => findRequest(tx, shop, token, now()))

/** Takes the second half of a double opt-in, from the mailbox itself. Pressed twice it is one yes. */
export const confirmConsent = (
  { db, keyring, now }: Context,
  shop: Shop,
  { token, peer }: { token: string; peer: string },
): Promise<Result<null, 'unknown_link' | 'over'>> =>
  withShop(db, shop.id, async (tx) => {
    const at = now()
    const request = await findRequest(tx, shop, token, at)
    if (!request) return fail('unknown_link')
    if (request.state === 'confirmed') return ok(null)
    if (request.state === 'over') return fail('over')
    const { id, person, purpose, channel, wording } = request
    const said = {
      id: derivedId(`confirmed ${id}`),
      act: 'confirmed',
      subject: purpose,
      channel,
      at,
      place: 'confirmation',
      wording: wording === null ? null : { version: wording },
      proof: { by: 'confirmation', request: id, network: networkHash(keyring, peer) },
    } as const
    await logConsent(tx, shop.id, person, [said], at)
    return ok(null)
  })
