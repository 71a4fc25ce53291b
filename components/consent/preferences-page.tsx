import { type StepFrame, StepPage } from '@/components/returns/step-page'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import type { ChoiceGroup } from './choice-model'
import { ChoiceRow } from './choice-row'
import { Said } from './said'

type PreferencesPageProps = {
  step: StepFrame
  groups: readonly ChoiceGroup[]
  action: string
  /** Ends all advertising. */
  stopHref: string
  /** Masked; null: nobody to write to. */
  email: string | null
  /** What the form before this page did. */
  done: 'saved' | 'asked' | null
}

/** What somebody wants to be told and shown, as a plain form of switches. */
export function PreferencesPage({ step, groups, action, stopHref, email, done }: PreferencesPageProps) {
  const { t } = step.frame.talk
  const lead = email === null ? t('preferences.leadPages') : t('preferences.lead', { email })
  const said = {
    saved: t('preferences.saved.text'),
    asked: email === null ? t('preferences.saved.text') : t('preferences.asked.text', { email }),
  }
  return (
    <StepPage step={step} headline={t('preferences.title')} lead={<p>{lead}</p>}>
      {done ? <Said title={t(`preferences.${done}.title`)} text={said[done]} /> : null}
      <form method="post" action={action} className="space-y-10" data-part="preferences-form">
        {groups.map(({ id, choices }) => (
          <fieldset key={id} className="min-w-0 space-y-3">
            <legend className="font-semibold">{t(`preferences.${id}`)}</legend>
            <div className="overflow-hidden rounded-brand border-2 border-edge">
              {choices.map((choice) => (
                <ChoiceRow key={choice.key} choice={choice} />
              ))}
            </div>
          </fieldset>
        ))}
        <Button>{t('preferences.submit')}</Button>
      </form>
      <p className="border-t border-line pt-8">
        <ButtonLink href={stopHref}>{t('preferences.stop.link')}</ButtonLink>
      </p>
    </StepPage>
  )
}
