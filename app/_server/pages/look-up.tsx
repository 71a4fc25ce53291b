import type { Page } from '@/app/_server/document-handler'
import { framingOf } from '@/app/_server/framing-of'
import { makeFrame } from '@/app/_server/make-frame'
import { messageDocument } from '@/app/_server/message-document'
import { peerAddress } from '@/app/_server/peer-address'
import { readForm } from '@/app/_server/read-form'
import { documentResponse, renderDocument } from '@/app/_server/render-document'
import { seeOther } from '@/app/_server/see-other'
import { queryOf } from '@/app/_server/storable-fields'
import { type LookUpError, LookUpPage } from '@/components/page/look-up-page'
import { findMovement } from '@/db/queries/read-movement'
import { withShop } from '@/db/with-shop'
import { env } from '@/lib/env'
import { parcelNumberKey } from '@/lib/parcels/parcel-number'
import { lookUpOrder } from '@/lib/services/look-up-order'
import { addressesOf } from '@/lib/shops/addresses'

type Values = { order?: string | undefined; proof?: string | undefined; number?: string | undefined }

const LONGEST_ORDER_NUMBER = 100

async function lookUpPage(
  { request, shop, locale, stand, origin }: Page,
  errors: readonly LookUpError[],
  values: Values,
): Promise<Response> {
  const addresses = addressesOf(stand)
  const frame = makeFrame({
    shop,
    locale,
    stand,
    origin,
    sameIn: addresses.lookUp,
    share: 'in_transit.other',
    islands: [],
    // A shop with a host of its own is listed there, not twice.
    indexed: stand.kind === 'own-host' || shop.primaryHost === null,
  })
  const page = <LookUpPage frame={frame} action={addresses.lookUp(locale)} errors={errors} values={values} />
  return documentResponse(await renderDocument(page, frame.styles), {
    status: errors.length > 0 ? 422 : 200,
    headers: { 'cache-control': 'no-cache' },
    framing: framingOf(request, stand, shop),
  })
}

/** Shows the two forms; `?order=` fills in an order's number. */
export function showLookUp(page: Page): Promise<Response> {
  const order = queryOf(page.request).get('order')?.slice(0, LONGEST_ORDER_NUMBER)
  return lookUpPage(page, [], { order })
}

/** Takes either form: leads to the order or the parcel, or says why not. */
export async function takeLookUp(page: Page): Promise<Response> {
  const { request, context, shop, locale, stand } = page
  const form = await readForm(request)
  if (!form) return messageDocument(request, 'badRequest', { shop, locale, stand })
  const addresses = addressesOf(stand)
  const [order, proof, number] = [form.get('order'), form.get('proof'), form.get('number')]

  if (number !== null) {
    const key = parcelNumberKey(number)
    if (key === '') return lookUpPage(page, ['number_missing'], { number })
    const known = await withShop(context.db, shop.id, (tx) => findMovement(tx, shop.id, key))
    if (!known) return lookUpPage(page, ['number_unknown'], { number })
    return seeOther(page, addresses.parcel(locale, known.number))
  }

  const values = { order: order?.trim() ?? '', proof: proof?.trim() ?? '' }
  const missing: LookUpError[] = []
  if (values.order === '') missing.push('order_missing')
  if (values.proof === '') missing.push('proof_missing')
  if (missing.length > 0) return lookUpPage(page, missing, values)
  const peer = peerAddress(request.headers, env().trustedProxies)
  const found = await lookUpOrder(context, shop, { number: values.order, proof: values.proof, peer })
  if (found.ok) return seeOther(page, addresses.order(locale, found.value.token))
  if (found.error.code === 'no_match') return lookUpPage(page, ['no_match'], values)
  const { retryAfterSeconds } = found.error
  return messageDocument(request, 'tooMany', {
    shop,
    locale,
    stand,
    minutes: Math.ceil(retryAfterSeconds / 60),
    headers: { 'retry-after': String(retryAfterSeconds) },
  })
}
