import { BoxesField } from './boxes-field'
import { Choice } from './choice'
import { Choices } from './choices'
import { MethodFields } from './method-fields'
import type { MethodStepModel } from './method-model'
import { BackLink, StepForm, type StepFormModel } from './step-form'
import { type StepFrame, StepPage } from './step-page'

/** How it travels: what is allowed, what it costs, what is needed. */
export function MethodPage({
  step,
  model,
  form,
}: {
  step: StepFrame
  model: MethodStepModel
  form: StepFormModel
}) {
  const { talk } = step.frame
  const { t } = talk
  const errorOf = (field: string) => step.errors.find((error) => error.field === field)?.text
  const some = model.methods.length > 0
  return (
    <StepPage
      step={step}
      headline={t('returns.method.title')}
      lead={<p>{some ? t('returns.method.lead') : t('returns.method.none')}</p>}
    >
      {some ? (
        <StepForm form={form} submit={t('returns.next')}>
          <Choices legend={t('returns.method.legend')} field="method" error={errorOf('method')}>
            {model.methods.map((method, index) => (
              <Choice
                key={method.id}
                id={index === 0 ? 'method' : undefined}
                name="method"
                value={method.id}
                checked={method.chosen}
                label={method.label}
                detail={method.needs.join(' ')}
                aside={method.price}
              >
                {method.stores.length + method.days.length + method.own.length > 0 ? (
                  <MethodFields method={method} errorOf={errorOf} talk={talk} />
                ) : null}
              </Choice>
            ))}
          </Choices>
          <BoxesField model={model} error={errorOf('boxes')} talk={talk} />
        </StepForm>
      ) : form.back ? (
        <BackLink {...form.back} />
      ) : null}
    </StepPage>
  )
}
