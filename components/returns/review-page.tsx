import type { ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { Heading } from '@/components/ui/heading'
import { ItemHead } from './item-head'
import type { ReviewModel } from './review-model'
import { StepForm, type StepFormModel } from './step-form'
import { type StepFrame, StepPage } from './step-page'
import { Sum } from './sum'
import type { WayStep } from './way-model'

type ReviewPageProps = {
  step: StepFrame
  review: ReviewModel
  form: StepFormModel
  /** The sum that is confirmed; a changed one is shown again. */
  seen: string
  /** Where a present's receiver is written to; null: not asked. */
  email: string | null
  stepHref: (step: WayStep) => string
}

function Change({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className="inline-flex min-h-11 items-center text-link underline underline-offset-4">
      {children}
    </a>
  )
}

/** The whole return before it is sent: what goes, what comes, how, and until when. */
export function ReviewPage({ step, review, form, seen, email, stepHref }: ReviewPageProps) {
  const { talk } = step.frame
  const { t } = talk
  return (
    <StepPage
      step={step}
      headline={review.headline}
      lead={
        review.notes.length > 0 ? (
          review.notes.map((note) => <p key={note}>{note}</p>)
        ) : (
          <p>{t('returns.review.lead')}</p>
        )
      }
    >
      <section data-part="items" id="items" tabIndex={-1} className="outline-none">
        <Heading level={2}>{t('returns.review.items')}</Heading>
        <ul className="mt-3 border-t border-line">
          {review.items.map((item) => (
            <li key={item.key} className="space-y-2 border-b border-line py-4">
              <ItemHead item={item.head} />
              <p className="ps-22 leading-snug">
                <span className="block font-semibold">{item.outcome}</span>
                {item.swap ? <span className="block">{item.swap}</span> : null}
                <span className="block text-muted">{item.reason}</span>
                {item.box ? <span className="block text-muted">{item.box}</span> : null}
              </p>
            </li>
          ))}
        </ul>
        <p className="flex flex-wrap gap-x-6">
          <Change href={stepHref('items')}>{t('returns.change.items')}</Change>
          <Change href={stepHref('reasons')}>{t('returns.change.reasons')}</Change>
          <Change href={stepHref('outcomes')}>{t('returns.change.outcomes')}</Change>
        </p>
      </section>
      {review.wayBack ? (
        <section data-part="way-back">
          <Heading level={2}>{t('returns.review.wayBack')}</Heading>
          <p className="mt-2 text-lg font-semibold">{review.wayBack.label}</p>
          {review.wayBack.details.map((detail) => (
            <p key={detail}>{detail}</p>
          ))}
          <Change href={stepHref('method')}>{t('returns.change.method')}</Change>
        </section>
      ) : null}
      {review.sum ? <Sum sum={review.sum} title={t('returns.review.sum')} /> : null}
      {review.review ? (
        <section data-part="person" className="border-s-4 border-accent ps-4 leading-snug">
          <h2 className="font-semibold">{review.review.title}</h2>
          {review.review.reasons.map((reason) => (
            <p key={reason} className="mt-1">
              {reason}
            </p>
          ))}
          <p className="mt-1 text-muted">{review.review.text}</p>
        </section>
      ) : null}
      {review.blocked ? null : (
        <StepForm
          form={form}
          submit={t('returns.review.confirm')}
          after={<p className="text-sm text-muted">{t('returns.review.afterwards')}</p>}
        >
          <input type="hidden" name="seen" value={seen} />
          {email === null ? null : (
            <Field
              id="email"
              name="email"
              label={t('returns.review.email')}
              hint={t('returns.review.emailHint')}
              error={step.errors.find(({ field }) => field === 'email')?.text}
              value={email}
              inputMode="email"
              autoComplete="email"
            />
          )}
        </StepForm>
      )}
    </StepPage>
  )
}
