import { StepForm, type StepFormModel } from '@/components/returns/step-form'
import { type StepFrame, StepPage } from '@/components/returns/step-page'

/** Asks once more before a return is called off. */
export function CancelPage({ step, form }: { step: StepFrame; form: StepFormModel }) {
  const { t } = step.frame.talk
  return (
    <StepPage step={step} headline={t('returned.cancel.title')} lead={<p>{t('returned.cancel.lead')}</p>}>
      <StepForm form={form} submit={t('returned.cancel.submit')}>
        <p className="text-lg leading-snug">{t('returned.cancel.scanned')}</p>
      </StepForm>
    </StepPage>
  )
}
