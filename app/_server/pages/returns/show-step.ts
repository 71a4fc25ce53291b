import type { Page } from '@/app/_server/document-handler'
import { messageDocument } from '@/app/_server/message-document'
import { seeOther } from '@/app/_server/see-other'
import { stepsOf } from '@/components/returns/way-model'
import { missingStep } from '@/lib/returns/drafts/missing-step'
import type { DraftStep } from '@/lib/shops/addresses'
import { type DraftCall, type DraftParams, stepHref } from './draft-call'
import { openCall } from './open-call'
import { AS_KEPT, renderStep } from './render-step'
import { isDraftStep } from './steps'

/** The last step that can be shown: what comes before it is answered. */
export function furthestStep({ view, voice }: DraftCall): DraftStep {
  return missingStep(view, voice.today)?.step ?? 'review'
}

/** Where somebody belongs who asks for a step that isn't theirs yet, or that nobody needs; null: right there. */
function elsewhere(call: DraftCall, step: DraftStep): DraftStep | null {
  if (step === 'order') return call.view.draft.gift ? 'items' : null
  const steps: readonly DraftStep[] = stepsOf(call.view)
  const furthest = furthestStep(call)
  if (!steps.includes(step)) return furthest
  return steps.indexOf(step) > steps.indexOf(furthest) ? furthest : null
}

/** What no longer holds is said at once; what merely isn't answered yet is said when it is sent. */
const isNews = ({ key }: { key: string }): boolean => !/Missing$|^nothingChosen$/.test(key)

/** A step of a draft, as far as it has come. */
export async function showStep(page: Page<DraftParams>): Promise<Response> {
  const { request, shop, locale, stand, params } = page
  if (!isDraftStep(params.step)) return messageDocument(request, 'notFound', { shop, locale, stand })
  const call = await openCall(page)
  if (call instanceof Response) return call
  const other = elsewhere(call, params.step)
  if (other) return seeOther(page, stepHref(call, other))
  const missing = missingStep(call.view, call.voice.today)
  const problems = missing?.step === params.step ? missing.problems.filter(isNews) : []
  return renderStep(call, params.step, { ...AS_KEPT, problems })
}
