import type { Page } from '@/app/_server/document-handler'
import { messageDocument } from '@/app/_server/message-document'
import { type MultipartFault, readMultipart } from '@/app/_server/read-multipart'
import { seeOther } from '@/app/_server/see-other'
import { BUSY_HEADERS, takeUpload } from '@/app/_server/take-upload'
import { stepsOf } from '@/components/returns/way-model'
import { missingStep } from '@/lib/returns/drafts/missing-step'
import type { DraftStep } from '@/lib/shops/addresses'
import { type DraftCall, type DraftParams, stepHref, type Taken } from './draft-call'
import { openCall } from './open-call'
import { AS_KEPT, renderStep } from './render-step'
import { furthestStep } from './show-step'
import { isDraftStep, STEPS } from './steps'

/** A form that can't be read loses only itself: the step is shown as it is kept. */
function unread(call: DraftCall, step: DraftStep, fault: MultipartFault): Promise<Response> {
  const { request, shop, locale, stand } = call.page
  const [first] = call.view.items
  return fault === 'too_large' && step === 'reasons' && first
    ? renderStep(
        call,
        step,
        { ...AS_KEPT, problems: [{ field: `photos-${first.item.key}`, key: 'uploadTooLarge' }] },
        413,
      )
    : messageDocument(request, 'badRequest', { shop, locale, stand })
}

/** Where an answered step leads: to the next one, or to the first that needs something before it. */
function nextStep(call: DraftCall, step: DraftStep): DraftStep {
  const steps: readonly DraftStep[] = stepsOf(call.view)
  const furthest = furthestStep(call)
  const next = Math.min(steps.indexOf(step) + 1, steps.indexOf(furthest))
  return steps[next] ?? furthest
}

/** A step whose answers are kept: on to the next one, unless it still lacks something. */
function goOn(call: DraftCall, step: DraftStep): Promise<Response> | Response {
  const missing = missingStep(call.view, call.voice.today)
  return missing?.step === step
    ? renderStep(call, step, { ...AS_KEPT, problems: missing.problems }, 422)
    : seeOther(call.page, stepHref(call, nextStep(call, step)))
}

/** What a stale form meets: how it stands now, with what was just sent. */
function meet(call: DraftCall, step: DraftStep, taken: Taken, sent: URLSearchParams) {
  const { t } = call.voice.talk
  const steps: readonly DraftStep[] = stepsOf(call.view)
  const text = taken.kind === 'sum_changed' ? t('returns.stale.seen') : t('returns.stale.text')
  const notice = { title: t('returns.stale.title'), text }
  const reached = step === 'order' || steps.indexOf(step) <= steps.indexOf(furthestStep(call))
  // Where what the step is about is gone, the way begins again where something is missing.
  const shown = reached && (step === 'order' || steps.includes(step)) ? step : furthestStep(call)
  return renderStep(
    call,
    shown,
    { sent: shown === step ? sent : null, merged: true, problems: [], notice },
    409,
  )
}

async function answer(page: Page<DraftParams>): Promise<Response> {
  const { request, shop, locale, stand, params } = page
  const { step } = params
  if (!isDraftStep(step)) return messageDocument(request, 'notFound', { shop, locale, stand })
  const call = await openCall(page)
  if (call instanceof Response) return call
  const read = await readMultipart(request)
  if (!read.ok) return unread(call, step, read.error)
  const { fields, files } = read.value
  const version = Number(fields.get('version') ?? Number.NaN)
  const taken: Taken = Number.isSafeInteger(version)
    ? await STEPS[step].take(call, { form: fields, files, version })
    : { kind: 'stale' }
  if (taken.kind === 'answer') return taken.response
  if (taken.kind === 'unknown') return messageDocument(request, 'unknownLink', { shop, locale, stand })
  if (taken.kind === 'kept' && taken.to !== null) return seeOther(page, taken.to)
  const now = await openCall(page)
  if (now instanceof Response) return now
  if (taken.kind === 'kept') return goOn(now, step)
  if (taken.kind !== 'invalid') return meet(now, step, taken, fields)
  return renderStep(now, step, { ...AS_KEPT, sent: fields, problems: taken.problems }, 422)
}

/** Takes a step's answers: keeps them and leads on, or says what is wrong with them. */
export async function takeStep(page: Page<DraftParams>): Promise<Response> {
  const { request, shop, locale, stand } = page
  const answered = await takeUpload(request, () => answer(page))
  return answered ?? messageDocument(request, 'busy', { shop, locale, stand, headers: BUSY_HEADERS })
}
