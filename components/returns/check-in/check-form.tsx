import { FieldError } from '@/components/returns/choices'
import type { Talk } from '@/lib/i18n/translator'
import { DISPOSITIONS, GRADES } from '@/lib/returns/vocabulary'
import { BigButton } from './big-button'
import { BigField } from './big-field'
import type { CheckInItemModel } from './check-in-model'
import { Tiles } from './tiles'

/** What was pressed and typed, kept where it can't be taken as it is. */
export type CheckValues = { grade: string; disposition: string; amount: string; reason: string }

export const NO_VALUES: CheckValues = { grade: '', disposition: '', amount: '', reason: '' }

type CheckFormProps = {
  item: CheckInItemModel
  action: string
  currency: string
  mostPhotos: number
  values: CheckValues
  errorOf: (field: string) => string | undefined
  talk: Talk
}

function Deduction({ item, currency, values, errorOf, talk: { t } }: CheckFormProps) {
  const [amountError, reasonError] = [errorOf(`amount-${item.key}`), errorOf(`reason-${item.key}`)]
  const reasonId = `reason-${item.key}`
  return (
    <details
      open={Boolean(values.amount || values.reason || amountError || reasonError)}
      className="rounded-brand border-3 border-edge px-5"
    >
      <summary className="flex min-h-16 cursor-pointer items-center text-lg font-semibold">
        {t('checkIn.check.deduct')}
      </summary>
      <div className="space-y-5 pt-2 pb-5">
        <BigField
          id={`amount-${item.key}`}
          name="amount"
          label={t('checkIn.check.amount', { currency })}
          hint={t('checkIn.check.amountHint', { most: item.most })}
          value={values.amount}
          inputMode="decimal"
          error={amountError}
        />
        <div>
          <label htmlFor={reasonId} className="block text-lg font-semibold">
            {t('checkIn.check.reason')}
          </label>
          <div className="mt-2 empty:hidden">
            <FieldError id={`${reasonId}-error`} text={reasonError} />
          </div>
          <textarea
            id={reasonId}
            name="reason"
            defaultValue={values.reason}
            rows={3}
            maxLength={1000}
            aria-invalid={reasonError ? true : undefined}
            aria-describedby={reasonError ? `${reasonId}-error` : undefined}
            className="mt-3 block w-full rounded-brand border-3 border-edge bg-background px-5 py-3 text-xl text-text"
          />
        </div>
      </div>
    </details>
  )
}

/** What an item is like: its condition, where it goes, a photo, and what is deducted. */
export function CheckForm(props: CheckFormProps) {
  const { item, action, mostPhotos, values, errorOf, talk } = props
  const { t } = talk
  // What never came can't be looked at.
  const grades = item.received === 0 ? (['missing'] as const) : GRADES
  const photoId = `photo-${item.key}`
  const photoError = errorOf(photoId)
  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      noValidate
      className="space-y-6"
      data-part="check-form"
    >
      <input type="hidden" name="key" value={item.key} />
      <Tiles
        legend={t('checkIn.check.grade')}
        name="grade"
        id={`grade-${item.key}`}
        error={errorOf(`grade-${item.key}`)}
        tiles={grades.map((grade) => ({
          value: grade,
          label: t(`returned.check.${grade}`),
          checked: values.grade === grade || grades.length === 1,
        }))}
      />
      {item.received > 0 ? (
        <Tiles
          legend={t('checkIn.check.disposition')}
          name="disposition"
          id={`disposition-${item.key}`}
          tiles={DISPOSITIONS.map((disposition) => ({
            value: disposition,
            label: t(`checkIn.disposition.${disposition}`),
            checked: values.disposition === disposition,
          }))}
        />
      ) : null}
      <div>
        <label htmlFor={photoId} className="block text-lg font-semibold">
          {t('checkIn.check.photo')}
        </label>
        <p id={`${photoId}-hint`} className="mt-0.5 text-muted">
          {t('checkIn.check.photoHint', { most: mostPhotos })}
        </p>
        <div className="mt-2 empty:hidden">
          <FieldError id={`${photoId}-error`} text={photoError} />
        </div>
        <input
          type="file"
          id={photoId}
          name="photo"
          accept="image/jpeg,image/png,image/webp"
          capture="environment"
          multiple
          aria-invalid={photoError ? true : undefined}
          aria-describedby={photoError ? `${photoId}-error ${photoId}-hint` : `${photoId}-hint`}
          className="mt-3 block w-full cursor-pointer rounded-brand border-3 border-dashed border-edge p-3 text-muted file:me-4 file:min-h-14 file:cursor-pointer file:rounded-brand file:border-0 file:bg-background file:px-5 file:text-lg file:font-semibold file:text-text"
        />
      </div>
      <Deduction {...props} />
      <BigButton name="do" value="check">
        {t('checkIn.check.submit')}
      </BigButton>
    </form>
  )
}
