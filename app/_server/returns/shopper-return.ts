import { apiLocale } from '@/app/_server/api-locale'
import { etagOf, taggedJson } from '@/app/_server/etag'
import { type OpenReturn, openReturn } from '@/app/_server/pages/return/open-return'
import { problem } from '@/app/_server/problem'
import { dayIn } from '@/lib/returns/add-days'
import { returnJson } from '@/lib/returns/return-json'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { PRIVATE_HEADERS } from './act-on-order'
import { speakReturn } from './speak-return'

export type ReturnLink = { token: string; number: string }

type Asked = { context: Context; shop: Shop | null; request: Request; params: ReturnLink }

/** A return as its link shows it; unchanged ones are 304. */
export async function showShopperReturn({ context, shop, request, params }: Asked): Promise<Response> {
  const open: OpenReturn | null = shop && (await openReturn(context, shop, params))
  if (!shop || !open) return problem('not_found', { headers: PRIVATE_HEADERS })
  const { back } = open
  const locale = apiLocale(request, shop, back.locale)
  const { facts, said } = speakReturn(context, shop, locale, open, { showsPrices: !back.gift })
  // Scans come without a new version of the return, and a day changes its words.
  const scans = back.boxes.map(({ shipment }) => shipment?.updatedAt ?? '').join()
  const today = dayIn(context.now(), shop.timeZone)
  const etag = etagOf(
    shop.version,
    locale,
    back.id,
    back.version,
    back.updatedAt,
    scans,
    today,
    ...open.unavailable,
  )
  return taggedJson(request, etag, () => returnJson(facts, said), PRIVATE_HEADERS)
}
