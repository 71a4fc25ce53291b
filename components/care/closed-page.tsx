import { BackLink } from '@/components/returns/step-form'
import { type StepFrame, StepPage } from '@/components/returns/step-page'

/** There is nothing to be done here, or no longer. */
export function ClosedPage({
  step,
  headline,
  lead,
  back,
}: {
  step: StepFrame
  headline: string
  lead: string
  back: string
}) {
  return (
    <StepPage step={step} headline={headline} lead={<p>{lead}</p>}>
      <BackLink href={back} label={step.frame.talk.t('care.back')} />
    </StepPage>
  )
}
