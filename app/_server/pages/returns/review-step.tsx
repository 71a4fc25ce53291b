import { reviewModel } from '@/components/returns/review-model'
import { ReviewPage } from '@/components/returns/review-page'
import { quoteFingerprint } from '@/lib/returns/quote-fingerprint'
import { changeDraft } from '@/lib/services/returns/change-draft'
import { type SendError, sendReturn } from '@/lib/services/returns/send-return'
import { refusedChange } from './apply-changes'
import { type DraftCall, type StepDefinition, stepHref, type Taken } from './draft-call'

/** Why it can't be sent as what is shown of it; what the rules refuse stands on the page itself. */
function refusedSend(call: DraftCall, error: SendError): Taken {
  switch (error.code) {
    case 'unknown_draft':
      return { kind: 'unknown' }
    case 'stale':
      return { kind: 'stale' }
    case 'not_complete':
      return error.step === 'review'
        ? { kind: 'invalid', problems: error.problems }
        : { kind: 'kept', to: stepHref(call, error.step) }
    case 'window_closed':
    case 'not_eligible':
      return { kind: 'invalid', problems: [] }
    case 'quote_changed':
      return { kind: 'sum_changed' }
  }
}

/** The whole of it, and the one button. */
export const reviewStep: StepDefinition = {
  show: (call, step, form, { sent }) => {
    const { view, voice, page } = call
    if (!view.quote) throw new Error(`draft ${view.id} has answers, but no sum`)
    return (
      <ReviewPage
        step={step}
        review={reviewModel(view, view.quote, page.shop.name, voice)}
        form={form}
        seen={quoteFingerprint(view.quote)}
        email={view.draft.gift ? (sent?.get('email') ?? view.draft.email ?? '') : null}
        stepHref={(one) => stepHref(call, one)}
      />
    )
  },
  take: async (call, { form, version }) => {
    const { page, token, view, addresses } = call
    const { context, shop, locale } = page
    let at = version
    if (view.draft.gift) {
      const change = { kind: 'email', email: form.get('email') ?? '' } as const
      const given = await changeDraft(context, shop, token, { version: at, change })
      if (!given.ok) return refusedChange(given.error)
      at = given.value.version
    }
    const seen = form.get('seen') ?? ''
    const sent = await sendReturn(context, shop, token, { version: at, seen, locale })
    if (!sent.ok) return refusedSend(call, sent.error)
    return { kind: 'kept', to: addresses.return(locale, sent.value.token, sent.value.number) }
  },
}
