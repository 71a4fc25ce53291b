import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { type StepFrame, StepPage } from './step-page'

type FindPageProps = {
  step: StepFrame
  /** Where both forms are posted: fields `order` and `email`, or `code`. */
  action: string
  values: { order?: string | undefined; email?: string | undefined; code?: string | undefined }
}

/** Finds an order to return from, or what a gift's code opens. */
export function FindPage({ step, action, values }: FindPageProps) {
  const { talk, lookUpHref } = step.frame
  const { t } = talk
  const errorOf = (field: string) => step.errors.find((error) => error.field === field)?.text
  return (
    <StepPage step={step} headline={t('returns.find.title')} lead={<p>{t('returns.find.lead')}</p>}>
      <form method="post" action={action} noValidate className="space-y-6" data-part="returns-form">
        <Field
          id="order"
          name="order"
          label={t('returns.find.order')}
          hint={t('returns.find.orderHint')}
          error={errorOf('order')}
          value={values.order}
        />
        <Field
          id="email"
          name="email"
          label={t('returns.find.email')}
          hint={t('returns.find.emailHint')}
          error={errorOf('email')}
          value={values.email}
          inputMode="email"
          autoComplete="email"
        />
        <Button>{t('returns.find.submit')}</Button>
      </form>
      <form
        method="post"
        action={action}
        noValidate
        className="space-y-5 border-t border-line pt-8"
        data-part="gift-form"
      >
        <div>
          <h2 className="text-xl font-semibold">{t('returns.find.giftTitle')}</h2>
          <p className="mt-1 text-muted">{t('returns.find.giftLead')}</p>
        </div>
        <Field
          id="code"
          name="code"
          label={t('returns.find.code')}
          error={errorOf('code')}
          value={values.code}
        />
        <Button look="outlined">{t('returns.find.giftSubmit')}</Button>
      </form>
      <p>
        <a
          href={lookUpHref}
          className="inline-flex min-h-12 items-center text-link underline underline-offset-4"
        >
          {t('returns.find.lookUp')}
        </a>
      </p>
    </StepPage>
  )
}
