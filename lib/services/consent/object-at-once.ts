import { readRecipient } from '@/db/queries/read-consents'
import { withShop } from '@/db/with-shop'
import { SENT_CHANNELS } from '@/lib/consent/channel'
import { MARKETING, type MarketingPurpose } from '@/lib/consent/purpose'
import { objectsToPersonalisation, standingOf } from '@/lib/consent/standing'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { logConsent } from './log-consent'
import { openPreferences } from './open-preferences'

/** Ends mails of one purpose, or all advertising on every channel and what pages choose by person (Art. 21(2) GDPR). */
export const objectAtOnce = (
  { db, now }: Context,
  shop: Shop,
  token: string,
  purpose: MarketingPurpose | null,
): Promise<Result<null, 'unknown_link' | 'proof_needed'>> =>
  withShop(db, shop.id, async (tx) => {
    const opened = await openPreferences(tx, shop, token)
    if (!opened) return fail('unknown_link')
    if (!opened.mayAct) return fail('proof_needed')
    const { entries } = await readRecipient(tx, shop.id, opened.person)
    const isSaid =
      purpose === null
        ? objectsToPersonalisation(entries) &&
          MARKETING.every((one) =>
            SENT_CHANNELS.every((channel) => standingOf(entries, one, channel).objected),
          )
        : standingOf(entries, purpose, 'email').objected
    // A provider that presses twice has said it once.
    if (isSaid) return ok(null)
    const said = {
      act: 'objected',
      subject: purpose ?? 'marketing',
      channel: purpose === null ? null : 'email',
      at: now(),
      place: 'one-click',
      wording: null,
      proof: { by: 'one-click' },
    } as const
    await logConsent(tx, shop.id, opened.person, [said], now())
    return ok(null)
  })
