import { titleOfField } from '@/components/returns/item-question'
import { refusalsOf } from '@/components/returns/review-model'
import type { StepFormModel } from '@/components/returns/step-form'
import { stepsOf, type WayStep, wayModel } from '@/components/returns/way-model'
import { sayPhrase } from '@/lib/i18n/say-phrase'
import type { DraftProblem } from '@/lib/returns/draft-change'
import type { DraftStep } from '@/lib/shops/addresses'
import { type DraftCall, type Shown, stepHref } from './draft-call'
import { showDocument } from './show-document'
import { stepFrame } from './step-page-facts'
import { STEPS } from './steps'

/** The step before; before the first there is none that this draft knows of. */
function backOf(call: DraftCall, step: DraftStep): StepFormModel['back'] {
  const { t } = call.voice.talk
  const back = (to: WayStep) => ({ href: stepHref(call, to), label: t(`returns.backTo.${to}`) })
  if (step === 'order') return back('items')
  const steps = stepsOf(call.view)
  const before = steps[steps.indexOf(step) - 1]
  return before ? back(before) : null
}

/** What the rules refuse, said where the whole is looked over. */
function refusalProblems({ view, voice: { talk, today } }: DraftCall): DraftProblem[] {
  const why = refusalsOf(view).map((phrase) => sayPhrase(phrase, talk, { today }))
  return why.length === 0
    ? []
    : [{ field: 'items', key: 'refused', values: { why: [...new Set(why)].join(' ') } }]
}

export const AS_KEPT: Shown = { sent: null, merged: false, problems: [], notice: null }

/** A step of a draft as a document. */
export function renderStep(
  call: DraftCall,
  step: DraftStep,
  shown: Shown = AS_KEPT,
  status = 200,
): Promise<Response> {
  const { page, token, view, addresses } = call
  const frame = stepFrame(page, {
    orders: view.orders.map(({ number }) => number),
    gift: view.draft.gift,
    way: step === 'order' ? null : wayModel(stepsOf(view), step, (to) => stepHref(call, to)),
    sameIn: (locale) => addresses.draft(locale, token, step),
    problems: step === 'review' ? [...refusalProblems(call), ...shown.problems] : shown.problems,
    titleOf: (field) => titleOfField(view, field),
    notice: shown.notice,
  })
  const form = { action: stepHref(call, step), version: view.version, back: backOf(call, step) }
  return showDocument(page, frame, STEPS[step].show(call, frame, form, shown), status)
}
