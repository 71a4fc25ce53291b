import { messageDocument } from '@/app/_server/message-document'
import { showDocument } from '@/app/_server/pages/returns/show-document'
import { readForm } from '@/app/_server/read-form'
import { seeOther } from '@/app/_server/see-other'
import { AddressPage } from '@/components/care/address-page'
import { ClosedPage } from '@/components/care/closed-page'
import type { StepFrame } from '@/components/returns/step-page'
import { problemsOf } from '@/lib/care/address-problem'
import { type AddressDoubt, checkAddress, suggestAddress } from '@/lib/care/check-address'
import { readAddress } from '@/lib/care/read-address'
import { LOCALE_TABLE } from '@/lib/i18n/locales'
import type { Talk } from '@/lib/i18n/translator'
import type { DeliveryAddress } from '@/lib/orders/order'
import { type FixAddressError, fixAddress } from '@/lib/services/care/fix-address'
import { takeWho } from './ask-who'
import { type CarePage, carePage, careStep } from './care-page'

function sayDoubt(doubt: AddressDoubt, { t, locale }: Talk): string {
  switch (doubt.kind) {
    case 'postcode_form':
      return t('care.doubt.postcodeForm', { example: doubt.example })
    case 'town': {
      const prefixes = new Intl.ListFormat(LOCALE_TABLE[locale].intl, { type: 'disjunction' })
      return t('care.doubt.town', { city: doubt.city, prefixes: prefixes.format(doubt.prefixes) })
    }
    case 'state':
      return t('care.doubt.state', { state: doubt.state })
    case 'no_house_number':
      return t('care.doubt.noHouseNumber')
  }
}

const inOneLine = ({ line1, line2, postalCode, city, region }: DeliveryAddress): string =>
  [line1, line2, [postalCode, city].filter(Boolean).join(' '), region].filter(Boolean).join(', ')

/** The correction is there already, or no carrier asks for one. */
function closed(page: CarePage, why: 'nothingLead' | 'tooOften' = 'nothingLead'): Promise<Response> {
  const { talk, shop, back } = page
  const step = careStep(page)
  const { t } = talk
  const element = (
    <ClosedPage
      step={step}
      headline={t(why === 'tooOften' ? 'care.address.title' : 'care.address.nothingTitle')}
      lead={t(`care.address.${why}`, { shop: shop.name })}
      back={back}
    />
  )
  return showDocument(page, step, element, why === 'tooOften' ? 429 : 200)
}

type Asked = { address: DeliveryAddress; errors?: StepFrame['errors']; doubts?: readonly AddressDoubt[] }

function ask(page: CarePage, { address, errors = [], doubts = [] }: Asked): Promise<Response> {
  const { request, talk, locale, self, back } = page
  const step = careStep(page, errors)
  const countries = new Intl.DisplayNames(LOCALE_TABLE[locale].intl, { type: 'region' })
  const suggestion = doubts.length > 0 ? suggestAddress(address) : null
  const element = (
    <AddressPage
      step={step}
      address={address}
      country={countries.of(address.countryCode) ?? address.countryCode}
      action={self}
      back={back}
      doubts={doubts.map((doubt) => sayDoubt(doubt, talk))}
      suggested={suggestion && inOneLine(suggestion)}
      saved={request.method === 'GET' && new URL(request.url).searchParams.has('saved')}
    />
  )
  return showDocument(page, step, element, errors.length + doubts.length > 0 ? 422 : 200)
}

async function show(page: CarePage): Promise<Response> {
  const { order } = page
  if (!order.address || problemsOf(order.parcels).length === 0) return closed(page)
  return ask(page, { address: order.fix?.address ?? order.address })
}

const REFUSED = {
  unknown_link: (page) =>
    messageDocument(page.request, 'unknownLink', { shop: page.shop, locale: page.locale, stand: page.stand }),
  proof_needed: closed,
  nothing_wrong: closed,
  too_often: (page) => closed(page, 'tooOften'),
} as const satisfies Record<FixAddressError, (page: CarePage) => Promise<Response>>

async function take(page: CarePage): Promise<Response> {
  const { request, context, shop, locale, stand, order, params, talk, self } = page
  const form = await readForm(request)
  if (!form) return messageDocument(request, 'badRequest', { shop, locale, stand })
  if (!order.address) return closed(page)
  const { address: written, problems } = readAddress((field) => form.get(field), order.address)
  const errors = problems.map(({ field, key }) => ({ field, text: talk.t(`care.problem.${key}`) }))
  if (errors.length > 0) return ask(page, { address: written, errors })
  const choice = form.get('choice')
  const address = choice === 'suggested' ? (suggestAddress(written) ?? written) : written
  const doubts = choice === 'mine' || choice === 'suggested' ? [] : checkAddress(address)
  if (doubts.length > 0) return ask(page, { address, doubts })
  const done = await fixAddress(context, shop, params.token, address)
  return done.ok ? seeOther(page, self, 'saved') : REFUSED[done.error](page)
}

export const showAddress = carePage('address', show)
export const takeAddress = carePage('address', take, takeWho)
