import { Choice } from '@/components/returns/choice'
import { Choices } from '@/components/returns/choices'
import { MethodFields } from '@/components/returns/method-fields'
import type { MethodModel } from '@/components/returns/method-model'
import { StepForm, type StepFormModel } from '@/components/returns/step-form'
import { type StepFrame, StepPage } from '@/components/returns/step-page'

/** Another way back for a return that nobody has scanned yet. */
export function ChangeMethodPage({
  step,
  methods,
  form,
}: {
  step: StepFrame
  methods: readonly MethodModel[]
  form: StepFormModel
}) {
  const { talk } = step.frame
  const { t } = talk
  const errorOf = (field: string) => step.errors.find((error) => error.field === field)?.text
  return (
    <StepPage step={step} headline={t('returned.method.title')} lead={<p>{t('returned.method.lead')}</p>}>
      <StepForm form={form} submit={t('returned.method.submit')}>
        <Choices legend={t('returned.method.legend')} field="method" error={errorOf('method')}>
          {methods.map((method, index) => (
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
      </StepForm>
    </StepPage>
  )
}
