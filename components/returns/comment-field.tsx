import type { Talk } from '@/lib/i18n/translator'
import { FieldError } from './choices'

const LONGEST_COMMENT = 1000

/** A few words of the shopper's own. */
export function CommentField({
  field,
  value,
  required,
  error,
  talk: { t },
}: {
  field: string
  value: string
  required: boolean
  error: string | undefined
  talk: Talk
}) {
  return (
    <div>
      <label htmlFor={field} className="block font-semibold">
        {required ? t('returns.reasons.commentRequired') : t('returns.reasons.comment')}
        {required ? null : <span className="font-normal text-muted"> ({t('returns.reasons.optional')})</span>}
      </label>
      <FieldError id={`${field}-error`} text={error} />
      <textarea
        id={field}
        name={field}
        defaultValue={value}
        rows={2}
        maxLength={LONGEST_COMMENT}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${field}-error` : undefined}
        className="mt-2 block min-h-12 w-full rounded-brand border-2 border-edge bg-background px-4 py-2.5 text-text aria-invalid:border-text"
      />
    </div>
  )
}
