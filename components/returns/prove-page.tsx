import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { type StepFrame, StepPage } from './step-page'

/** A link that only shows asks once for the e-mail address before it acts. */
export function ProvePage({ step, action, email }: { step: StepFrame; action: string; email: string }) {
  const { t } = step.frame.talk
  return (
    <StepPage step={step} headline={t('returns.prove.title')} lead={<p>{t('returns.prove.lead')}</p>}>
      <form method="post" action={action} noValidate className="space-y-6" data-part="prove-form">
        <Field
          id="email"
          name="email"
          label={t('returns.find.email')}
          hint={t('returns.find.emailHint')}
          error={step.errors.find(({ field }) => field === 'email')?.text}
          value={email}
          inputMode="email"
          autoComplete="email"
        />
        <Button>{t('returns.prove.submit')}</Button>
      </form>
    </StepPage>
  )
}
