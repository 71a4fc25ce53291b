import type { ReactElement } from 'react'
import { answeredForm } from '@/app/_server/answered-form'
import type { Page } from '@/app/_server/document-handler'
import { framingOf } from '@/app/_server/framing-of'
import { documentResponse, renderDocument } from '@/app/_server/render-document'
import type { StepFrame } from '@/components/returns/step-page'

/** A page of the portal as an answer; nobody else keeps it, nobody lists it. */
export async function showDocument(
  { request, stand, shop }: Page,
  { frame }: Pick<StepFrame, 'frame'>,
  element: ReactElement,
  status = 200,
): Promise<Response> {
  return documentResponse(await renderDocument(element, frame.styles), {
    status,
    headers: {
      ...(frame.indexed ? { 'cache-control': 'no-cache' } : { 'x-robots-tag': 'noindex' }),
      ...answeredForm(request),
    },
    framing: framingOf(request, stand, shop),
  })
}
