import { showDocument } from '@/app/_server/pages/returns/show-document'
import { readForm } from '@/app/_server/read-form'
import { seeOther } from '@/app/_server/see-other'
import { AskPage } from '@/components/consent/ask-page'
import { MARKETING, type MarketingPurpose } from '@/lib/consent/purpose'
import { translator } from '@/lib/i18n/translator'
import { objectAtOnce } from '@/lib/services/consent/object-at-once'
import { readPreferences } from '@/lib/services/consent/read-preferences'
import { addressesOf } from '@/lib/shops/addresses'
import { consentStep, unknownLink } from './consent-page'
import { askWho, type PreferencesPage } from './prove'

/** Which mails are to end; null: all advertising. An unknown word ends all, since somebody wants an end. */
const purposeOf = (query: URLSearchParams): MarketingPurpose | null => {
  const asked = query.get('purpose')
  return MARKETING.find((purpose) => purpose === asked) ?? null
}

/** Asks once before advertising ends, or says that it has. */
export async function showStop(page: PreferencesPage): Promise<Response> {
  const { request, context, shop, locale, stand, params } = page
  const found = await readPreferences(context, shop, params.token)
  if (!found) return unknownLink(page)
  if (!found.opened.mayAct) return askWho(page)
  const { t } = translator(shop, locale)
  const query = new URL(request.url).searchParams
  const purpose = purposeOf(query)
  const addresses = addressesOf(stand)
  const self = (other: typeof locale) => addresses.stop(other, params.token, purpose)
  const step = consentStep(page, { kicker: t('preferences.kicker'), sameIn: self })
  const back = { href: addresses.preferences(locale, params.token), label: t('preferences.stop.back') }
  if (query.has('done')) {
    const said = { headline: t('preferences.stop.done'), lead: t('preferences.stop.doneText') }
    return showDocument(page, step, <AskPage step={step} {...said} form={null} after={null} back={back} />)
  }
  const one = purpose && t(`preferences.subject.${purpose}.title`)
  const element = (
    <AskPage
      step={step}
      headline={t(one ? 'preferences.stop.titleOne' : 'preferences.stop.title')}
      lead={one ? t('preferences.stop.leadOne', { what: one }) : t('preferences.stop.lead')}
      form={{
        action: self(locale),
        submit: t(one ? 'preferences.stop.submitOne' : 'preferences.stop.submit'),
      }}
      after={null}
      back={back}
    />
  )
  return showDocument(page, step, element)
}

/**
 * Ends it. Also what a mailbox provider posts to (`List-Unsubscribe=One-Click`): from anywhere, without cookies, whatever form its
 * body has; the token alone says who, and the answer is no redirect. https://www.rfc-editor.org/rfc/rfc8058#section-3.1
 */
export async function takeStop(page: PreferencesPage): Promise<Response> {
  const { request, context, shop, locale, stand, params } = page
  const purpose = purposeOf(new URL(request.url).searchParams)
  const form = await readForm(request)
  const done = await objectAtOnce(context, shop, params.token, purpose)
  if (!done.ok) return done.error === 'unknown_link' ? unknownLink(page) : askWho(page)
  if (form?.get('from') !== 'page')
    return new Response(null, { status: 200, headers: { 'cache-control': 'no-store' } })
  return seeOther(page, addressesOf(stand).stop(locale, params.token, purpose), 'done')
}
