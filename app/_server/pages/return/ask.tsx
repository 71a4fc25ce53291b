import type { ReactElement } from 'react'
import { answeredForm } from '@/app/_server/answered-form'
import { framingOf } from '@/app/_server/framing-of'
import { makeFrame } from '@/app/_server/make-frame'
import { messageDocument } from '@/app/_server/message-document'
import { readForm } from '@/app/_server/read-form'
import { documentResponse, renderDocument } from '@/app/_server/render-document'
import { type AskOptions, askStep } from '@/components/returns/follow/ask-step'
import { ClosedPage } from '@/components/returns/follow/closed-page'
import { followModel } from '@/components/returns/follow/follow-model'
import type { StepFormModel } from '@/components/returns/step-form'
import type { StepFrame } from '@/components/returns/step-page'
import { addressesOf, type ReturnPart } from '@/lib/shops/addresses'
import type { ReturnPage } from './return-handler'

type Asking = AskOptions & { status?: number }

/** A page below a return's own: a question about it, or why it can't be answered any more. */
export async function askDocument(
  page: ReturnPage,
  part: ReturnPart,
  render: (step: StepFrame) => ReactElement,
  { status = 200, ...options }: Asking = {},
): Promise<Response> {
  const { request, params, shop, locale, stand, origin, facts } = page
  const query = new URL(request.url).search
  const frame = makeFrame({
    shop,
    locale,
    stand,
    origin,
    sameIn: (other) =>
      `${addressesOf(stand).returnPart(other, params.token, facts.back.number, part)}${query}`,
    share: 'in_transit.other',
    islands: [],
    indexed: false,
  })
  const element = render(askStep(frame, facts.back, options))
  return documentResponse(await renderDocument(element, frame.styles), {
    status,
    headers: { 'x-robots-tag': 'noindex', ...answeredForm(request) },
    framing: framingOf(request, stand, shop),
  })
}

/** Where a question's form goes, on what it was shown. */
export const askForm = (
  { facts, self, talk }: ReturnPage,
  action: string,
  back: string = talk.t('returned.ask.back'),
): StepFormModel => ({ action, version: facts.back.version, back: { href: self, label: back } })

/** It is too late for that. */
export function closedDocument(page: ReturnPage, part: ReturnPart): Promise<Response> {
  const { facts, shop, talk, self } = page
  const { headline } = followModel(facts, shop, talk)
  return askDocument(page, part, (step) => <ClosedPage step={step} headline={headline.text} back={self} />, {
    status: 409,
  })
}

/** A form's fields with the version of the return that it was made for; a response where it can't be read. */
export async function readAnswer({
  request,
  shop,
  locale,
  stand,
}: ReturnPage): Promise<{ form: URLSearchParams; version: number } | Response> {
  const form = await readForm(request)
  const version = Number(form?.get('version') ?? Number.NaN)
  if (!form || !Number.isSafeInteger(version))
    return messageDocument(request, 'badRequest', { shop, locale, stand })
  return { form, version }
}

/** Another one changed it since, or it can't be changed any more. */
export type AskRefusal = 'stale' | 'closed'

export const refusalOf = (code: string): AskRefusal | null => {
  if (code === 'stale') return 'stale'
  return code === 'return_state' || code === 'unknown_return' ? 'closed' : null
}

/** Asks again, of the return as it is now. */
export const STALE = { isStale: true, status: 409 } as const
