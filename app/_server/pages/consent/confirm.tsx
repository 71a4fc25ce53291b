import type { Page } from '@/app/_server/document-handler'
import { showDocument } from '@/app/_server/pages/returns/show-document'
import { seeOther } from '@/app/_server/see-other'
import { AskPage } from '@/components/consent/ask-page'
import { CONFIRM_DAYS } from '@/lib/consent/preferences'
import { translator } from '@/lib/i18n/translator'
import { confirmConsent, readConsentRequest } from '@/lib/services/consent/confirm-consent'
import { addressesOf } from '@/lib/shops/addresses'
import { consentStep, peerOf, unknownLink } from './consent-page'

type ConfirmPage = Page<{ shop: string; locale: string; token: string }>

/** The page behind the link of a double opt-in's mail. */
export async function showConfirm(page: ConfirmPage): Promise<Response> {
  const { context, shop, locale, stand, params } = page
  const found = await readConsentRequest(context, shop, params.token)
  if (!found) return unknownLink(page)
  const { t } = translator(shop, locale)
  const self = (other: typeof locale) => addressesOf(stand).confirm(other, params.token)
  const step = consentStep(page, { kicker: t(`preferences.subject.${found.purpose}.title`), sameIn: self })
  const said = {
    open: {
      headline: t('preferences.confirm.title'),
      lead: t(`preferences.subject.${found.purpose}.text`, { shop: shop.name }),
    },
    confirmed: { headline: t('preferences.confirm.done'), lead: t('preferences.confirm.doneText') },
    over: {
      headline: t('preferences.confirm.over'),
      lead: t('preferences.confirm.overText', { days: CONFIRM_DAYS }),
    },
  }[found.state]
  const isOpen = found.state === 'open'
  const element = (
    <AskPage
      step={step}
      {...said}
      form={isOpen ? { action: self(locale), submit: t('preferences.confirm.submit') } : null}
      after={isOpen ? <p className="text-muted">{t('preferences.confirm.nothing')}</p> : null}
      back={null}
    />
  )
  return showDocument(page, step, element, found.state === 'over' ? 410 : 200)
}

/** Takes the yes; what came too late is told on the same page. */
export async function takeConfirm(page: ConfirmPage): Promise<Response> {
  const { context, shop, locale, stand, params } = page
  const done = await confirmConsent(context, shop, { token: params.token, peer: peerOf(page) })
  if (!done.ok && done.error === 'unknown_link') return unknownLink(page)
  return seeOther(page, addressesOf(stand).confirm(locale, params.token))
}
