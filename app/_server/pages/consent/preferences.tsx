import { showDocument } from '@/app/_server/pages/returns/show-document'
import { readForm } from '@/app/_server/read-form'
import { seeOther } from '@/app/_server/see-other'
import { choiceGroups } from '@/components/consent/choice-model'
import { PreferencesPage as PreferencesView } from '@/components/consent/preferences-page'
import { maskEmail } from '@/lib/consent/mask-email'
import { translator } from '@/lib/i18n/translator'
import { changePreferences } from '@/lib/services/consent/change-preferences'
import { readPreferences } from '@/lib/services/consent/read-preferences'
import { addressesOf } from '@/lib/shops/addresses'
import { badRequest, consentStep, peerOf, unknownLink } from './consent-page'
import { askWho, type PreferencesPage, takeWho } from './prove'

const DONE = ['saved', 'asked'] as const

/** What the form before did, as the address says it. */
const doneOf = ({ request }: PreferencesPage) => {
  const query = new URL(request.url).searchParams
  return DONE.find((done) => query.has(done)) ?? null
}

/** What somebody may be told and shown, behind an order's link or a recipient's own. */
export async function showPreferences(page: PreferencesPage): Promise<Response> {
  const { context, shop, locale, stand, params } = page
  const found = await readPreferences(context, shop, params.token)
  if (!found) return unknownLink(page)
  if (!found.opened.mayAct) return askWho(page)
  const talk = translator(shop, locale)
  const addresses = addressesOf(stand)
  const { email } = found.opened
  const step = consentStep(page, {
    kicker: talk.t('preferences.kicker'),
    sameIn: (other) => addresses.preferences(other, params.token),
  })
  const element = (
    <PreferencesView
      step={step}
      groups={choiceGroups(found.choices, shop.name, talk)}
      action={addresses.preferences(locale, params.token)}
      stopHref={addresses.stop(locale, params.token, null)}
      email={email && maskEmail(email)}
      done={doneOf(page)}
    />
  )
  return showDocument(page, step, element)
}

/** Takes the switches, or the e-mail address that a link without rights asks for. */
export async function takePreferences(page: PreferencesPage): Promise<Response> {
  const { request, context, shop, locale, stand, params } = page
  const form = await readForm(request)
  if (!form) return badRequest(page)
  const email = form.get('email')
  if (email !== null) return takeWho(page, email.trim())
  const { t } = translator(shop, locale)
  const changed = await changePreferences(context, shop, params.token, {
    shown: new Set(form.getAll('shown')),
    wanted: new Set(form.getAll('on')),
    locale,
    wordsOf: (subject) => t(`preferences.subject.${subject}.text`, { shop: shop.name }),
    peer: peerOf(page),
  })
  if (!changed.ok) return changed.error === 'unknown_link' ? unknownLink(page) : askWho(page)
  return seeOther(
    page,
    addressesOf(stand).preferences(locale, params.token),
    changed.value.asked ? 'asked' : 'saved',
  )
}
