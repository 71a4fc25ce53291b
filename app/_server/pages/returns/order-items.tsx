import type { Page } from '@/app/_server/document-handler'
import { messageDocument } from '@/app/_server/message-document'
import { openOrder } from '@/app/_server/open-order'
import { peerAddress } from '@/app/_server/peer-address'
import { readForm } from '@/app/_server/read-form'
import { seeOther } from '@/app/_server/see-other'
import { titleOfField } from '@/components/returns/item-question'
import { itemsModel, type LineChoice } from '@/components/returns/items-model'
import { ItemsPage } from '@/components/returns/items-page'
import { ProvePage } from '@/components/returns/prove-page'
import { WAY_STEPS, wayModel } from '@/components/returns/way-model'
import { readUnkeptDraft } from '@/db/queries/read-draft'
import type { OrderRow } from '@/db/queries/read-order'
import { withShop } from '@/db/with-shop'
import { env } from '@/lib/env'
import { applyChange } from '@/lib/returns/apply-change'
import { emptyDraft } from '@/lib/returns/draft'
import type { DraftProblem } from '@/lib/returns/draft-change'
import type { DraftView } from '@/lib/returns/draft-view'
import { changeDraft } from '@/lib/services/returns/change-draft'
import { proveEmail } from '@/lib/services/returns/prove-email'
import { readDraftView } from '@/lib/services/returns/read-draft-view'
import { startDraft } from '@/lib/services/returns/start-draft'
import { addressesOf } from '@/lib/shops/addresses'
import { emailProblem } from './email-problem'
import { readItems } from './read-answers'
import { showDocument } from './show-document'
import { stepFrame, voiceOf } from './step-page-facts'
import { tooMany } from './too-many'

type OrderPage = Page<{ shop: string; locale: string; token: string }>

/** The order behind a link of this shop. */
async function findOrder({ context, shop, params }: OrderPage): Promise<OrderRow | null> {
  const opened = await openOrder(context, params.token)
  return opened?.shop.id === shop.id ? opened.order : null
}

const unknownLink = ({ request, shop, locale, stand }: OrderPage): Promise<Response> =>
  messageDocument(request, 'unknownLink', { shop, locale, stand })

/** A link that only shows doesn't say what was ordered to whoever asks here; it asks who they are. */
function provePage(page: OrderPage, problems: readonly DraftProblem[], email: string): Promise<Response> {
  const { locale, stand, params } = page
  const addresses = addressesOf(stand)
  const sameIn = (other: typeof locale) => addresses.returnsOf(other, params.token)
  const step = stepFrame(page, { orders: [], gift: false, way: null, sameIn, problems })
  const element = <ProvePage step={step} action={sameIn(locale)} email={email} />
  return showDocument(page, step, element, problems.length > 0 ? 422 : 200)
}

async function viewOf({ context, shop }: OrderPage, order: OrderRow): Promise<DraftView> {
  const read = await withShop(context.db, shop.id, (tx) =>
    readDraftView(
      tx,
      context,
      shop,
      readUnkeptDraft(tx, shop.id, emptyDraft(order.id, false), context.now()),
    ),
  )
  if (!read) throw new Error(`order ${order.id} was there a moment ago`)
  return read.view
}

function itemsPage(
  page: OrderPage,
  view: DraftView,
  chosen: readonly LineChoice[],
  problems: readonly DraftProblem[],
): Promise<Response> {
  const { locale, stand, params } = page
  const addresses = addressesOf(stand)
  const sameIn = (other: typeof locale) => addresses.returnsOf(other, params.token)
  const voice = voiceOf(page, { currency: view.currency, gift: false })
  const step = stepFrame(page, {
    orders: view.orders.map(({ number }) => number),
    gift: false,
    way: wayModel(WAY_STEPS, 'items', sameIn.bind(null, locale)),
    sameIn,
    problems,
    titleOf: (field) => titleOfField(view, field),
  })
  const back = { href: addresses.order(locale, params.token), label: voice.talk.t('returns.backTo.order') }
  const form = { action: sameIn(locale), version: null, back }
  const element = (
    <ItemsPage step={step} orders={itemsModel(view, chosen, voice)} form={form} addOrderHref={null} />
  )
  return showDocument(page, step, element, problems.length > 0 ? 422 : 200)
}

/** What of an order can go back. Nothing is kept yet: that begins with the first answer. */
export async function showOrderItems(page: OrderPage): Promise<Response> {
  const order = await findOrder(page)
  if (!order) return unknownLink(page)
  if (order.scope === 'view') return provePage(page, [], '')
  return itemsPage(page, await viewOf(page, order), [], [])
}

async function takeProof(page: OrderPage, email: string): Promise<Response> {
  const { context, shop, locale, stand, params, request } = page
  const problems = emailProblem(email)
  if (problems.length > 0) return provePage(page, problems, email)
  const peer = peerAddress(request.headers, env().trustedProxies)
  const proven = await proveEmail(context, shop, params.token, email, peer)
  if (proven.ok) return seeOther(page, addressesOf(stand).returnsOf(locale, proven.value.token))
  if (proven.error.code === 'too_many_attempts') return tooMany(page, proven.error)
  if (proven.error.code === 'unknown_order') return unknownLink(page)
  return provePage(page, [{ field: 'email', key: 'emailNoMatch' }], email)
}

async function start(page: OrderPage, order: OrderRow, form: URLSearchParams): Promise<Response> {
  const { context, shop, locale, stand } = page
  const view = await viewOf(page, order)
  const chosen = readItems(view, form)
  const change = { kind: 'items', chosen } as const
  const { today } = voiceOf(page, { currency: view.currency, gift: false })
  const checked = applyChange(view, change, { today, order: null })
  if (!checked.ok) return itemsPage(page, view, chosen, checked.error)
  const { token } = await startDraft(context, shop, { orderId: order.id, gift: false })
  const begun = await changeDraft(context, shop, token, { version: 1, change })
  return seeOther(page, addressesOf(stand).draft(locale, token, begun.ok ? 'reasons' : 'items'))
}

/** Takes the items that go back, which begins a return; or the e-mail address that a link without rights asks for. */
export async function takeOrderItems(page: OrderPage): Promise<Response> {
  const { request, shop, locale, stand } = page
  const form = await readForm(request)
  if (!form) return messageDocument(request, 'badRequest', { shop, locale, stand })
  const order = await findOrder(page)
  if (!order) return unknownLink(page)
  return order.scope === 'view' ? takeProof(page, form.get('email')?.trim() ?? '') : start(page, order, form)
}
