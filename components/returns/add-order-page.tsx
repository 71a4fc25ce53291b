import { Field } from '@/components/ui/field'
import { StepForm, type StepFormModel } from './step-form'
import { type StepFrame, StepPage } from './step-page'

/** Takes another order of the same shopper into the return. */
export function AddOrderPage({
  step,
  form,
  values,
}: {
  step: StepFrame
  form: StepFormModel
  values: { order: string; email: string }
}) {
  const { t } = step.frame.talk
  const errorOf = (field: string) => step.errors.find((error) => error.field === field)?.text
  return (
    <StepPage step={step} headline={t('returns.order.title')} lead={<p>{t('returns.order.lead')}</p>}>
      <StepForm form={form} submit={t('returns.order.submit')}>
        <div className="space-y-6">
          <Field
            id="order"
            name="order"
            label={t('returns.find.order')}
            hint={t('returns.find.orderHint')}
            error={errorOf('order')}
            value={values.order}
          />
          <Field
            id="email"
            name="email"
            label={t('returns.find.email')}
            hint={t('returns.find.emailHint')}
            error={errorOf('email')}
            value={values.email}
            inputMode="email"
            autoComplete="email"
          />
        </div>
      </StepForm>
    </StepPage>
  )
}
