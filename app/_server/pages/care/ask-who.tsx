import type { Page } from '@/app/_server/document-handler'
import { makeFrame } from '@/app/_server/make-frame'
import { messageDocument } from '@/app/_server/message-document'
import { emailProblem } from '@/app/_server/pages/returns/email-problem'
import { showDocument } from '@/app/_server/pages/returns/show-document'
import { tooMany } from '@/app/_server/pages/returns/too-many'
import { peerAddress } from '@/app/_server/peer-address'
import { readForm } from '@/app/_server/read-form'
import { seeOther } from '@/app/_server/see-other'
import { EmailPage } from '@/components/consent/email-page'
import { env } from '@/lib/env'
import { translator } from '@/lib/i18n/translator'
import { proveEmail } from '@/lib/services/returns/prove-email'
import { addressesOf } from '@/lib/shops/addresses'
import type { CarePart } from './care-page'

type LinkPage = Page<{ shop: string; locale: string; token: string }>

type Problem = 'emailMissing' | 'emailInvalid' | 'emailNoMatch'

/** Asks once for the order's e-mail address before anything of the order is shown or changed. */
export function askWho(
  page: LinkPage,
  part: CarePart,
  problem: Problem | null = null,
  email = '',
): Promise<Response> {
  const { shop, locale, stand, origin, params } = page
  const { t } = translator(shop, locale)
  const addressIn = (other: typeof locale) => addressesOf(stand)[part](other, params.token)
  const step = {
    frame: makeFrame({
      shop,
      locale,
      stand,
      origin,
      sameIn: addressIn,
      share: 'pending.unknown',
      islands: [],
      indexed: false,
    }),
    kicker: t(`care.${part}.title`),
    way: null,
    errors: problem ? [{ field: 'email', text: t(`care.prove.${problem}`) }] : [],
    notice: null,
    reference: null,
  }
  const element = (
    <EmailPage
      step={step}
      headline={t('care.prove.title')}
      lead={t('care.prove.lead')}
      action={addressIn(locale)}
      label={t('care.prove.email')}
      hint={t('care.prove.emailHint')}
      submit={t('care.prove.submit')}
      value={email}
    />
  )
  return showDocument(page, step, element, problem ? 422 : 200)
}

/** Takes that address: leads to the same page behind the link that may act. */
export async function takeWho(page: LinkPage, part: CarePart): Promise<Response> {
  const { request, context, shop, locale, stand, params } = page
  const form = await readForm(request)
  if (!form) return messageDocument(request, 'badRequest', { shop, locale, stand })
  const email = form.get('email')?.trim() ?? ''
  const [problem] = emailProblem(email)
  if (problem) return askWho(page, part, email === '' ? 'emailMissing' : 'emailInvalid', email)
  const peer = peerAddress(request.headers, env().trustedProxies)
  const proven = await proveEmail(context, shop, params.token, email, peer)
  if (proven.ok) return seeOther(page, addressesOf(stand)[part](locale, proven.value.token))
  if (proven.error.code === 'too_many_attempts') return tooMany(page, proven.error)
  if (proven.error.code === 'unknown_order')
    return messageDocument(request, 'unknownLink', { shop, locale, stand })
  return askWho(page, part, 'emailNoMatch', email)
}
