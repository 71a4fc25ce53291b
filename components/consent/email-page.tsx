import { type StepFrame, StepPage } from '@/components/returns/step-page'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'

type EmailPageProps = {
  step: StepFrame
  headline: string
  lead: string
  action: string
  label: string
  hint?: string
  submit: string
  value: string
}

/** Asks for an e-mail address, and for nothing else. */
export function EmailPage({ step, headline, lead, action, label, hint, submit, value }: EmailPageProps) {
  return (
    <StepPage step={step} headline={headline} lead={<p>{lead}</p>}>
      <form method="post" action={action} noValidate className="space-y-6" data-part="email-form">
        <Field
          id="email"
          name="email"
          label={label}
          hint={hint}
          error={step.errors.find(({ field }) => field === 'email')?.text}
          value={value}
          inputMode="email"
          autoComplete="email"
        />
        <Button>{submit}</Button>
      </form>
    </StepPage>
  )
}
