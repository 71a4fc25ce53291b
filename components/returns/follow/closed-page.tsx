import { BackLink } from '@/components/returns/step-form'
import { type StepFrame, StepPage } from '@/components/returns/step-page'

/** Somebody came too late to change it: how it stands instead. */
export function ClosedPage({ step, headline, back }: { step: StepFrame; headline: string; back: string }) {
  const { t } = step.frame.talk
  return (
    <StepPage
      step={step}
      headline={t('returned.ask.closed')}
      lead={<p>{t('returned.ask.closedLead', { headline })}</p>}
    >
      <BackLink href={back} label={t('returned.ask.back')} />
    </StepPage>
  )
}
