import type { ReactNode } from 'react'
import { BackLink } from '@/components/returns/step-form'
import { type StepFrame, StepPage } from '@/components/returns/step-page'
import { Button } from '@/components/ui/button'

type AskPageProps = {
  step: StepFrame
  headline: string
  lead: string
  /** Null: there is nothing left to press. */
  form: { action: string; submit: string } | null
  after: ReactNode
  back: { href: string; label: string } | null
}

/** One question with one button, or its answer. Nothing happens by looking: mail scanners look, too. */
export function AskPage({ step, headline, lead, form, after, back }: AskPageProps) {
  return (
    <StepPage step={step} headline={headline} lead={<p>{lead}</p>}>
      {form ? (
        <form method="post" action={form.action} data-part="ask-form">
          <input type="hidden" name="from" value="page" />
          <Button>{form.submit}</Button>
        </form>
      ) : null}
      {after}
      {back ? <BackLink {...back} /> : null}
    </StepPage>
  )
}
