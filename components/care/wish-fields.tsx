import { FieldError } from '@/components/returns/choices'
import { Field } from '@/components/ui/field'
import type { WishKind } from '@/lib/care/wish'
import type { Talk } from '@/lib/i18n/translator'
import { AddressFields } from './address-fields'
import type { WishDay, WishValues } from './wish-model'

type WishFieldsProps = {
  kind: WishKind
  values: WishValues
  days: readonly WishDay[]
  errorOf: (field: string) => string | undefined
  talk: Talk
}

function Days({ values, days, errorOf, talk: { t } }: Omit<WishFieldsProps, 'kind'>) {
  return (
    <fieldset className="min-w-0" aria-describedby={errorOf('day') ? 'day-error' : undefined}>
      <legend className="text-sm text-muted">{t('care.wishes.day')}</legend>
      <FieldError id="day-error" text={errorOf('day')} />
      {days.map(({ value, label }, index) => (
        <label key={value} className="flex min-h-11 cursor-pointer items-start gap-4 py-2">
          <input
            type="radio"
            id={index === 0 ? 'day' : undefined}
            name="day"
            value={value}
            defaultChecked={values.day === value}
            className="mt-0.5 size-5 shrink-0"
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** What a wish asks for besides itself. */
export function WishFields({ kind, values, days, errorOf, talk }: WishFieldsProps) {
  const { t } = talk
  switch (kind) {
    case 'other_day':
      return <Days values={values} days={days} errorOf={errorOf} talk={talk} />
    case 'neighbour':
      return (
        <>
          <Field
            id="who"
            name="who"
            label={t('care.wishes.who')}
            error={errorOf('who')}
            value={values.name}
          />
          <Field
            id="neighbour"
            name="neighbour"
            label={t('care.wishes.whoWhere')}
            hint={t('care.wishes.whoWhereHint')}
            error={errorOf('neighbour')}
            value={values.neighbour}
          />
        </>
      )
    case 'safe_place':
      return (
        <Field
          id="place"
          name="place"
          label={t('care.wishes.place')}
          hint={t('care.wishes.placeHint')}
          error={errorOf('place')}
          value={values.place}
        />
      )
    case 'redirect':
      return <AddressFields address={values.address} errorOf={errorOf} talk={talk} />
  }
}
