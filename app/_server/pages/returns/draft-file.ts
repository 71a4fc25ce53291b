import type { Page } from '@/app/_server/document-handler'
import { messageDocument } from '@/app/_server/message-document'
import { findReturnFile } from '@/lib/services/returns/find-return-file'

type FilePage = Page<{ shop: string; locale: string; draft: string; file: string }>

/** A photo of a draft, to whoever holds its link. */
export async function showDraftFile({
  request,
  context,
  shop,
  locale,
  stand,
  params,
}: FilePage): Promise<Response> {
  const file = await findReturnFile(context, shop, 'draft', params.draft, params.file)
  if (!file) return messageDocument(request, 'notFound', { shop, locale, stand })
  return new Response(Buffer.from(file.content), {
    headers: {
      'content-type': file.mediaType,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    },
  })
}
