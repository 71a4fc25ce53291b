import type { Page } from '@/app/_server/document-handler'
import { showDocument } from '@/app/_server/pages/returns/show-document'
import { tooMany } from '@/app/_server/pages/returns/too-many'
import { readForm } from '@/app/_server/read-form'
import { seeOther } from '@/app/_server/see-other'
import { AskPage } from '@/components/consent/ask-page'
import { EmailPage } from '@/components/consent/email-page'
import { translator } from '@/lib/i18n/translator'
import { requestConsent } from '@/lib/services/consent/request-consent'
import { addressesOf } from '@/lib/shops/addresses'
import { badRequest, consentStep, peerOf } from './consent-page'

type Problem = 'emailMissing' | 'emailInvalid'

function ask(page: Page, problem: Problem | null, email: string): Promise<Response> {
  const { shop, locale, stand } = page
  const { t } = translator(shop, locale)
  const addresses = addressesOf(stand)
  const step = consentStep(page, {
    kicker: t('preferences.newsletter.kicker'),
    sameIn: addresses.newsletter,
    errors: problem ? [{ field: 'email', text: t(`preferences.newsletter.${problem}`) }] : [],
    indexed: stand.kind === 'own-host' || shop.primaryHost === null,
  })
  const element = (
    <EmailPage
      step={step}
      headline={t('preferences.newsletter.title', { shop: shop.name })}
      lead={t('preferences.subject.newsletter.text', { shop: shop.name })}
      action={addresses.newsletter(locale)}
      label={t('preferences.newsletter.email')}
      submit={t('preferences.newsletter.submit')}
      value={email}
    />
  )
  return showDocument(page, step, element, problem ? 422 : 200)
}

/** Asks for an address, or says that its mailbox is asked now. */
export function showNewsletter(page: Page): Promise<Response> {
  if (!new URL(page.request.url).searchParams.has('sent')) return ask(page, null, '')
  const { t } = translator(page.shop, page.locale)
  const step = consentStep(page, {
    kicker: t('preferences.newsletter.kicker'),
    sameIn: addressesOf(page.stand).newsletter,
  })
  const said = { headline: t('preferences.newsletter.sent'), lead: t('preferences.newsletter.sentText') }
  return showDocument(page, step, <AskPage step={step} {...said} form={null} after={null} back={null} />)
}

/** Takes an address, from this page's form or a slot's. */
export async function takeNewsletter(page: Page): Promise<Response> {
  const { request, context, shop, locale, stand } = page
  const form = await readForm(request)
  if (!form) return badRequest(page)
  const email = form.get('email')?.trim() ?? ''
  if (email === '') return ask(page, 'emailMissing', email)
  const { t } = translator(shop, locale)
  const asked = await requestConsent(context, shop, {
    email,
    purpose: 'newsletter',
    locale,
    country: null,
    place: 'newsletter',
    wording: { locale, text: t('preferences.subject.newsletter.text', { shop: shop.name }) },
    peer: peerOf(page),
  })
  if (asked.ok) return seeOther(page, addressesOf(stand).newsletter(locale), 'sent')
  return asked.error.code === 'email_invalid' ? ask(page, 'emailInvalid', email) : tooMany(page, asked.error)
}
