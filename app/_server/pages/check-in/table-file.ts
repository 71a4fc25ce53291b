import { apiHandler } from '@/app/_server/api-handler'
import { fileResponse } from '@/app/_server/pages/return/file-response'
import { problem } from '@/app/_server/problem'
import { decodeSegment } from '@/app/_server/segment'
import { getShopCached } from '@/app/_server/shop'
import { findReturnByNumber } from '@/db/queries/read-return'
import { withShop } from '@/db/with-shop'
import { getContext } from '@/lib/context'
import { findReturnFile } from '@/lib/services/returns/find-return-file'
import { returnToken } from '@/lib/services/returns/return-links'
import { findSession } from './session'

/** A shopper's photo, for whoever has the return on the table. */
export const showTableFile = apiHandler<{ return: string; file: string }>(async (request, params) => {
  const context = await getContext()
  const session = await findSession(context, request)
  if (!session) return problem('unauthorized')
  const shop = await getShopCached(context, session.shopId)
  const number = decodeSegment(params.return)
  const back = await withShop(context.db, shop.id, (tx) => findReturnByNumber(tx, shop.id, number))
  const token = back && returnToken(context.keyring, shop.key, back.id)
  const file = token && (await findReturnFile(context, shop, 'return', token, params.file))
  return file ? fileResponse(file.content, file.mediaType, `${back.number}-photo.webp`) : problem('not_found')
})
