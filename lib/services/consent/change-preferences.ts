import { withShop } from '@/db/with-shop'
import { type ChoiceSubject, planChanges } from '@/lib/consent/preferences'
import { isMarketing } from '@/lib/consent/purpose'
import { newId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Locale } from '@/lib/i18n/locales'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { askToConfirm } from './ask-to-confirm'
import { keepRecipient } from './keep-recipient'
import { logConsent, type Said } from './log-consent'
import { networkHash } from './network-hash'
import { openPreferences } from './open-preferences'
import { preferencesOf } from './read-preferences'

type PreferencesForm = {
  /** Keys of what the form showed, and of what was chosen in it (`choiceKey`). */
  shown: ReadonlySet<string>
  wanted: ReadonlySet<string>
  locale: Locale
  /** The words that stood beside a choice. */
  wordsOf: (subject: ChoiceSubject) => string
  peer: string
}

/** Writes what was chosen: a no counts at once, a yes to advertising once its mail is answered. Tells whether mails were asked for. */
export const changePreferences = (
  context: Context,
  shop: Shop,
  token: string,
  { shown, wanted, locale, wordsOf, peer }: PreferencesForm,
): Promise<Result<{ asked: boolean }, 'unknown_link' | 'proof_needed'>> =>
  withShop(context.db, shop.id, async (tx) => {
    const at = context.now()
    const opened = await openPreferences(tx, shop, token)
    if (!opened) return fail('unknown_link')
    if (!opened.mayAct) return fail('proof_needed')
    const { person, email, country, of } = opened
    const { choices } = await preferencesOf(tx, shop, opened, at)
    const said = planChanges(choices, shown, wanted).map((change): Said & { id: string } => ({
      ...change,
      id: newId(),
      at,
      place: 'preferences',
      wording: { locale, text: wordsOf(change.subject) },
      proof: { by: 'link', of, network: networkHash(context.keyring, peer) },
    }))
    if (email !== null && said.length > 0)
      await keepRecipient(tx, context, shop, { person, email, locale, country })
    await logConsent(tx, shop.id, person, said, at)
    let asked = false
    for (const { id, act, subject } of said) {
      if (act !== 'requested' || email === null) continue
      if (subject === 'marketing' || subject === 'personalisation' || !isMarketing(subject)) continue
      await askToConfirm(tx, context, shop, { id, email, purpose: subject, locale })
      asked = true
    }
    return ok({ asked })
  })
