import { Help } from '@/components/parcel/help'
import { Landmark } from '@/components/parcel/landmark'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Field } from '@/components/ui/field'
import { Document } from './document'
import type { Frame } from './frame'

/** What a look-up can answer when it finds nothing; an unknown order and a wrong proof are one answer, on purpose. */
const ERRORS = {
  order_missing: { field: 'order', key: 'lookUp.orderMissing' },
  proof_missing: { field: 'proof', key: 'lookUp.proofMissing' },
  no_match: { field: 'order', key: 'lookUp.noMatch' },
  number_missing: { field: 'number', key: 'lookUp.numberMissing' },
  number_unknown: { field: 'number', key: 'lookUp.numberUnknown' },
} as const

export type LookUpError = keyof typeof ERRORS

export type LookUpPageProps = {
  frame: Frame
  /** Where both forms are posted: fields `order` and `proof`, or `number`. */
  action: string
  errors: readonly LookUpError[]
  values: { order?: string | undefined; proof?: string | undefined; number?: string | undefined }
}

/** Finds an order by its number and a proof, or a parcel by its number. */
export function LookUpPage({ frame, action, errors, values }: LookUpPageProps) {
  const { talk, shop } = frame
  const { t } = talk
  const entries = errors.map((error) => ({ field: ERRORS[error].field, text: t(ERRORS[error].key) }))
  // Which of the two fields is wrong is nobody's to know, so neither is marked.
  const textOf = (field: string) =>
    errors.includes('no_match') ? undefined : entries.find((entry) => entry.field === field)?.text
  return (
    <Document frame={frame} headline={t('lookUp.title')}>
      <div className="overflow-x-clip bg-ground text-words">
        <div className="mx-auto grid max-w-6xl grid-cols-1 items-end gap-x-14 px-5 pt-10 sm:px-8 sm:pt-16 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
          <div className="pb-10 sm:pb-14">
            <h1 className="display text-[calc(var(--ds-scale)*clamp(2.75rem,12vw,6.5rem))]">
              {t('lookUp.title')}
            </h1>
            <p className="mt-6 max-w-[44ch] text-lg leading-snug">{t('lookUp.lead')}</p>
          </div>
          <div className="relative hidden justify-end border-b-3 border-mark text-mark lg:flex">
            <Landmark name="door" className="h-60 w-48" />
            <span className="absolute start-full top-full w-screen border-t-3 border-mark" />
          </div>
        </div>
      </div>
      <div className="mx-auto grid max-w-6xl grid-cols-1 gap-12 px-5 py-10 sm:px-8 sm:py-14 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)] lg:gap-20">
        <div className="max-w-xl space-y-8">
          <ErrorSummary title={t('lookUp.errorTitle')} errors={entries} />
          <form method="post" action={action} noValidate className="space-y-6" data-part="order-form">
            <Field
              id="order"
              name="order"
              label={t('lookUp.order')}
              hint={t('lookUp.orderHint')}
              error={textOf('order')}
              value={values.order}
            />
            <Field
              id="proof"
              name="proof"
              label={t('lookUp.proof')}
              hint={t('lookUp.proofHint')}
              error={textOf('proof')}
              value={values.proof}
            />
            <Button>{t('lookUp.submit')}</Button>
          </form>
          <form
            method="post"
            action={action}
            noValidate
            className="space-y-5 border-t border-line pt-8"
            data-part="number-form"
          >
            <div>
              <h2 className="text-xl font-semibold">{t('lookUp.numberTitle')}</h2>
              <p className="mt-1 text-muted">{t('lookUp.numberLead')}</p>
            </div>
            <Field
              id="number"
              name="number"
              label={t('lookUp.number')}
              error={textOf('number')}
              value={values.number}
            />
            <Button look="outlined">{t('lookUp.numberSubmit')}</Button>
          </form>
          {frame.returnsHref ? (
            <p className="border-t border-line pt-6">
              <a
                href={frame.returnsHref}
                className="inline-flex min-h-12 items-center text-link underline underline-offset-4"
              >
                {t('returns.link')}
              </a>
            </p>
          ) : null}
        </div>
        <Help shop={shop} reference={null} talk={talk} />
      </div>
    </Document>
  )
}
