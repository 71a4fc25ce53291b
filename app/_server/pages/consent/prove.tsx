import type { Page } from '@/app/_server/document-handler'
import { emailProblem } from '@/app/_server/pages/returns/email-problem'
import { showDocument } from '@/app/_server/pages/returns/show-document'
import { tooMany } from '@/app/_server/pages/returns/too-many'
import { seeOther } from '@/app/_server/see-other'
import { EmailPage } from '@/components/consent/email-page'
import { translator } from '@/lib/i18n/translator'
import { proveEmail } from '@/lib/services/returns/prove-email'
import { addressesOf } from '@/lib/shops/addresses'
import { consentStep, peerOf, unknownLink } from './consent-page'

export type PreferencesPage = Page<{ shop: string; locale: string; token: string }>

type Problem = 'missing' | 'invalid' | 'noMatch'

const WORDS = {
  missing: 'preferences.newsletter.emailMissing',
  invalid: 'preferences.newsletter.emailInvalid',
  noMatch: 'preferences.prove.emailNoMatch',
} as const satisfies Record<Problem, string>

/** A link that only shows a parcel asks once for the order's e-mail address before it tells or changes anything. */
export function askWho(page: PreferencesPage, problem: Problem | null = null, email = ''): Promise<Response> {
  const { shop, locale, stand, params } = page
  const { t } = translator(shop, locale)
  const addresses = addressesOf(stand)
  const step = consentStep(page, {
    kicker: t('preferences.kicker'),
    sameIn: (other) => addresses.preferences(other, params.token),
    errors: problem ? [{ field: 'email', text: t(WORDS[problem]) }] : [],
  })
  const element = (
    <EmailPage
      step={step}
      headline={t('preferences.prove.title')}
      lead={t('preferences.prove.lead')}
      action={addresses.preferences(locale, params.token)}
      label={t('preferences.prove.email')}
      hint={t('preferences.prove.emailHint')}
      submit={t('preferences.prove.submit')}
      value={email}
    />
  )
  return showDocument(page, step, element, problem ? 422 : 200)
}

/** Takes that address: leads to the same page behind the link that may act. */
export async function takeWho(page: PreferencesPage, email: string): Promise<Response> {
  const { context, shop, locale, stand, params } = page
  const [problem] = emailProblem(email)
  if (problem) return askWho(page, problem.key === 'emailMissing' ? 'missing' : 'invalid', email)
  const proven = await proveEmail(context, shop, params.token, email, peerOf(page))
  if (proven.ok) return seeOther(page, addressesOf(stand).preferences(locale, proven.value.token))
  if (proven.error.code === 'too_many_attempts') return tooMany(page, proven.error)
  if (proven.error.code === 'unknown_order') return unknownLink(page)
  return askWho(page, 'noMatch', email)
}
