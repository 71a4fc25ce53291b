import { apiHandler } from '@/app/_server/api-handler'
import { problem } from '@/app/_server/problem'
import { findShopPage } from '@/app/_server/shop-page'
import { findReturnFile } from '@/lib/services/returns/find-return-file'
import { fileResponse } from './file-response'
import { openReturn, type ReturnParams } from './open-return'

const EXTENSIONS: Record<string, string> = {
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'image/png': 'png',
}

/** A photo of a return, for whoever holds its link. */
export const showReturnFile = apiHandler<ReturnParams & { file: string }>(async (_request, params) => {
  const { context, shop, locale } = await findShopPage(params.shop, params.locale)
  const open = shop && locale && (await openReturn(context, shop, params))
  const file = open && (await findReturnFile(context, shop, 'return', params.token, params.file))
  if (!open || !file) return problem('not_found')
  return fileResponse(
    file.content,
    file.mediaType,
    `${open.back.number}.${EXTENSIONS[file.mediaType] ?? 'bin'}`,
    'cross-origin',
  )
})
