import { OutcomeItem } from './outcome-item'
import type { OutcomeItemModel } from './outcomes-model'
import { StepForm, type StepFormModel } from './step-form'
import { type StepFrame, StepPage } from './step-page'

/** What the shopper gets, item by item. */
export function OutcomesPage({
  step,
  items,
  form,
}: {
  step: StepFrame
  items: readonly OutcomeItemModel[]
  form: StepFormModel
}) {
  const { talk } = step.frame
  const { t } = talk
  const errorOf = (field: string) => step.errors.find((error) => error.field === field)?.text
  return (
    <StepPage step={step} headline={t('returns.outcomes.title')} lead={<p>{t('returns.outcomes.lead')}</p>}>
      <StepForm form={form} submit={t('returns.next')}>
        {items.map((item) => (
          <OutcomeItem key={item.key} item={item} errorOf={errorOf} talk={talk} />
        ))}
      </StepForm>
    </StepPage>
  )
}
