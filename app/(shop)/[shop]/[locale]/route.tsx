import { documentHandler } from '@/app/_server/document-handler'
import { makeFrame } from '@/app/_server/make-frame'
import { messageDocument } from '@/app/_server/message-document'
import { peerAddress } from '@/app/_server/peer-address'
import { readForm } from '@/app/_server/read-form'
import { documentResponse, renderDocument } from '@/app/_server/render-document'
import { type LookUpError, LookUpPage } from '@/components/page/look-up-page'
import { findMovement } from '@/db/queries/read-movement'
import { withShop } from '@/db/with-shop'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/locales'
import { parcelNumberKey } from '@/lib/parcels/parcel-number'
import type { Context } from '@/lib/services/context'
import { lookUpOrder } from '@/lib/services/look-up-order'
import { addressesOf, type Stand } from '@/lib/shops/addresses'
import type { Shop } from '@/lib/shops/shop'

type Values = { order?: string | undefined; proof?: string | undefined; number?: string | undefined }

async function lookUpPage(
  { shop, locale, context }: { shop: Shop; locale: Locale; context: Context },
  errors: readonly LookUpError[] = [],
  values: Values = {},
): Promise<Response> {
  const stand: Stand = { kind: 'hosted', slug: shop.slug }
  const addresses = addressesOf(stand)
  const frame = makeFrame({
    shop,
    locale,
    stand,
    origin: context.origin,
    sameIn: addresses.lookUp,
    share: 'in_transit.other',
    islands: [],
    indexed: true,
  })
  const page = <LookUpPage frame={frame} action={addresses.lookUp(locale)} errors={errors} values={values} />
  return documentResponse(await renderDocument(page, frame.styles), {
    status: errors.length > 0 ? 422 : 200,
    headers: { 'cache-control': 'no-cache' },
  })
}

/** A relative redirect stays on the host that was asked. */
const seeOther = (location: string): Response =>
  new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  })

export const GET = documentHandler(({ shop, locale, context }) => lookUpPage({ shop, locale, context }))

export const POST = documentHandler(async (page) => {
  const { request, context, shop, locale } = page
  const form = await readForm(request)
  if (!form) return messageDocument(request, 'badRequest', { shop, locale })
  const addresses = addressesOf({ kind: 'hosted', slug: shop.slug })
  const [order, proof, number] = [form.get('order'), form.get('proof'), form.get('number')]

  if (number !== null) {
    const key = parcelNumberKey(number)
    if (key === '') return lookUpPage(page, ['number_missing'], { number })
    const known = await withShop(context.db, shop.id, (tx) => findMovement(tx, shop.id, key))
    return known
      ? seeOther(addresses.parcel(locale, known.number))
      : lookUpPage(page, ['number_unknown'], { number })
  }

  const values = { order: order?.trim() ?? '', proof: proof?.trim() ?? '' }
  const missing: LookUpError[] = []
  if (values.order === '') missing.push('order_missing')
  if (values.proof === '') missing.push('proof_missing')
  if (missing.length > 0) return lookUpPage(page, missing, values)
  const peer = peerAddress(request.headers, env().trustedProxies)
  const found = await lookUpOrder(context, shop, { number: values.order, proof: values.proof, peer })
  if (found.ok) return seeOther(addresses.order(locale, found.value.token))
  if (found.error.code === 'no_match') return lookUpPage(page, ['no_match'], values)
  const { retryAfterSeconds } = found.error
  return messageDocument(request, 'tooMany', {
    shop,
    locale,
    minutes: Math.ceil(retryAfterSeconds / 60),
    headers: { 'retry-after': String(retryAfterSeconds) },
  })
})
