import { FieldError } from '@/components/returns/choices'
import { StepForm, type StepFormModel } from '@/components/returns/step-form'
import { type StepFrame, StepPage } from '@/components/returns/step-page'
import { CheckResult } from './check-result'
import type { ReturnedItemModel } from './item-model'
import { ItemName } from './item-name'

/** What an objection may be long; the service's and the database's own limits are wider. */
export const LONGEST_CONTEST = 2_000

/** The shopper's own words about what was deducted, beside what we found. */
export function ContestPage({
  step,
  item,
  text,
  form,
}: {
  step: StepFrame
  item: ReturnedItemModel
  text: string
  form: StepFormModel
}) {
  const { talk } = step.frame
  const { t } = talk
  const error = step.errors.find(({ field }) => field === 'text')?.text
  return (
    <StepPage step={step} headline={t('returned.contest.title')} lead={<p>{t('returned.contest.lead')}</p>}>
      <div>
        <ItemName item={item} talk={talk} />
        {item.check ? <CheckResult check={{ ...item.check, contestHref: null }} talk={talk} /> : null}
      </div>
      <StepForm form={form} submit={t('returned.contest.submit')}>
        <div>
          <label htmlFor="text" className="block font-semibold">
            {t('returned.contest.text')}
          </label>
          <p id="text-hint" className="mt-0.5 text-sm text-muted">
            {t('returned.contest.hint')}
          </p>
          <div className="mt-2 empty:hidden">
            <FieldError id="text-error" text={error} />
          </div>
          <textarea
            id="text"
            name="text"
            defaultValue={text}
            rows={6}
            maxLength={LONGEST_CONTEST}
            required
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? 'text-error text-hint' : 'text-hint'}
            className="mt-2 block w-full rounded-brand border-2 border-edge bg-background px-4 py-2.5 text-lg text-text aria-invalid:border-text"
          />
        </div>
      </StepForm>
    </StepPage>
  )
}
