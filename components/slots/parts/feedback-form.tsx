import { Button } from '@/components/ui/button'
import { LONGEST_FEEDBACK } from '@/lib/feedback/answer'
import type { SlotContext } from '@/lib/slots/slot'
import { Numbers } from './numbers'
import { Stars } from './stars'

type FeedbackFormProps = {
  kind: 'stars' | 'nps'
  comment: boolean
  question: string
  context: SlotContext
}

const SCALES = { stars: Stars, nps: Numbers } as const

/** One answer on a scale, and room for words: a plain form. */
export function FeedbackForm({ kind, comment, question, context }: FeedbackFormProps) {
  const { t } = context.talk
  const Scale = SCALES[kind]
  const field = `${context.id}-comment`
  return (
    <form
      method="post"
      action={context.actions.feedback}
      data-part="feedback-form"
      className="mt-3 space-y-5"
    >
      <input type="hidden" name="kind" value={kind} />
      {/* Where the page is shown again. */}
      <input type="hidden" name="at" value={`${context.id}-title`} />
      <fieldset className="min-w-0">
        <legend className="sr-only">{question}</legend>
        <Scale context={context} />
      </fieldset>
      {comment ? (
        <div className="max-w-[60ch]">
          <label htmlFor={field} className="block font-semibold">
            {t('slots.feedback.comment', { shop: context.shop.name })}
            <span className="font-normal text-muted"> ({t('slots.feedback.optional')})</span>
          </label>
          <textarea
            id={field}
            name="comment"
            rows={2}
            maxLength={LONGEST_FEEDBACK}
            className="mt-2 block min-h-12 w-full rounded-brand border-2 border-edge bg-background px-4 py-2.5 text-text"
          />
        </div>
      ) : null}
      <Button look="outlined">{t('slots.feedback.submit')}</Button>
    </form>
  )
}
