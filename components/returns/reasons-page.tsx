import { ReasonItem } from './reason-item'
import type { ReasonItemModel } from './reasons-model'
import { StepForm, type StepFormModel } from './step-form'
import { type StepFrame, StepPage } from './step-page'

/** Why, item by item. */
export function ReasonsPage({
  step,
  items,
  form,
}: {
  step: StepFrame
  items: readonly ReasonItemModel[]
  form: StepFormModel
}) {
  const { talk } = step.frame
  const { t } = talk
  const errorOf = (field: string) => step.errors.find((error) => error.field === field)?.text
  return (
    <StepPage step={step} headline={t('returns.reasons.title')} lead={<p>{t('returns.reasons.lead')}</p>}>
      <StepForm form={form} submit={t('returns.next')} files>
        {items.map((item) => (
          <ReasonItem key={item.key} item={item} errorOf={errorOf} talk={talk} />
        ))}
      </StepForm>
    </StepPage>
  )
}
