import type { Page } from '@/app/_server/document-handler'
import { messageDocument } from '@/app/_server/message-document'
import { peerAddress } from '@/app/_server/peer-address'
import { readForm } from '@/app/_server/read-form'
import { seeOther } from '@/app/_server/see-other'
import { queryOf } from '@/app/_server/storable-fields'
import { FindPage } from '@/components/returns/find-page'
import { env } from '@/lib/env'
import type { DraftProblem } from '@/lib/returns/draft-change'
import { lookUpOrder } from '@/lib/services/look-up-order'
import { openGift } from '@/lib/services/returns/open-gift'
import { addressesOf } from '@/lib/shops/addresses'
import { emailProblem } from './email-problem'
import { showDocument } from './show-document'
import { stepFrame } from './step-page-facts'
import { tooMany } from './too-many'

type Values = { order?: string | undefined; email?: string | undefined; code?: string | undefined }

const LONGEST_ORDER_NUMBER = 100

function findPage(page: Page, problems: readonly DraftProblem[], values: Values): Promise<Response> {
  const { locale, stand, shop } = page
  const addresses = addressesOf(stand)
  const step = stepFrame(page, {
    orders: [],
    gift: false,
    way: null,
    sameIn: addresses.returns,
    // A shop with a host of its own is listed there, not twice.
    indexed: stand.kind === 'own-host' || shop.primaryHost === null,
    problems,
  })
  const element = <FindPage step={step} action={addresses.returns(locale)} values={values} />
  return showDocument(page, step, element, problems.length > 0 ? 422 : 200)
}

/** Asks for an order's number and e-mail address, or a gift's code; `?order=` fills in the number. */
export function showFindOrder(page: Page): Promise<Response> {
  const order = queryOf(page.request).get('order')?.slice(0, LONGEST_ORDER_NUMBER)
  return findPage(page, [], { order })
}

async function takeGift(page: Page, code: string): Promise<Response> {
  const { context, shop, locale, stand } = page
  if (code === '') return findPage(page, [{ field: 'code', key: 'codeMissing' }], { code })
  const peer = peerAddress(page.request.headers, env().trustedProxies)
  const opened = await openGift(context, shop, { code, peer })
  if (opened.ok) return seeOther(page, addressesOf(stand).draft(locale, opened.value.token, 'items'))
  if (opened.error.code === 'too_many_attempts') return tooMany(page, opened.error)
  return findPage(page, [{ field: 'code', key: 'codeUnknown' }], { code })
}

/** Takes either form: leads to the order's items or the gift, or says why not. */
export async function takeFindOrder(page: Page): Promise<Response> {
  const { request, context, shop, locale, stand } = page
  const form = await readForm(request)
  if (!form) return messageDocument(request, 'badRequest', { shop, locale, stand })
  const code = form.get('code')
  if (code !== null) return takeGift(page, code.trim())
  const values = { order: form.get('order')?.trim() ?? '', email: form.get('email')?.trim() ?? '' }
  const problems = [
    ...(values.order === '' ? [{ field: 'order', key: 'orderMissing' }] : []),
    ...emailProblem(values.email),
  ]
  if (problems.length > 0) return findPage(page, problems, values)
  const peer = peerAddress(request.headers, env().trustedProxies)
  const found = await lookUpOrder(context, shop, { number: values.order, proof: values.email, peer })
  if (found.ok) return seeOther(page, addressesOf(stand).returnsOf(locale, found.value.token))
  if (found.error.code === 'too_many_attempts') return tooMany(page, found.error)
  return findPage(page, [{ field: 'order', key: 'noMatch' }], values)
}
