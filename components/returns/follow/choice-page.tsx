import { Choice } from '@/components/returns/choice'
import { Choices, FieldError } from '@/components/returns/choices'
import { Offers } from '@/components/returns/offers'
import { StepForm, type StepFormModel } from '@/components/returns/step-form'
import { type StepFrame, StepPage } from '@/components/returns/step-page'
import type { ChoiceModel } from './choice-model'
import type { ReturnedItemModel } from './item-model'
import { ItemName } from './item-name'

/** What instead of an exchange that has run out. */
export function ChoicePage({
  step,
  item,
  gone,
  choices,
  form,
}: {
  step: StepFrame
  item: ReturnedItemModel
  /** What has run out. */
  gone: string
  choices: readonly ChoiceModel[]
  form: StepFormModel
}) {
  const { talk } = step.frame
  const { t } = talk
  const errorOf = (field: string) => step.errors.find((error) => error.field === field)?.text
  return (
    <StepPage
      step={step}
      headline={t('returned.choice.title')}
      lead={<p>{t('returned.choice.lead', { item: gone })}</p>}
    >
      <ItemName item={item} talk={talk} />
      <StepForm form={form} submit={t('returned.choice.submit')}>
        <Choices legend={t('returned.choice.legend')} field="outcome" error={errorOf('outcome')}>
          {choices.map(({ outcome, label, text, gives, offers, chosen }, index) => (
            <Choice
              key={outcome}
              id={index === 0 ? 'outcome' : undefined}
              name="outcome"
              value={outcome}
              checked={chosen}
              label={label}
              detail={text}
              aside={gives}
            >
              {offers.length > 0 ? (
                <>
                  <FieldError id="sku-error" text={errorOf('sku')} />
                  <Offers legend={t('returned.choice.variants')} field="sku" id="sku" offers={offers} />
                </>
              ) : null}
            </Choice>
          ))}
        </Choices>
      </StepForm>
    </StepPage>
  )
}
