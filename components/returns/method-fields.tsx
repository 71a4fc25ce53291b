import { Field } from '@/components/ui/field'
import type { Talk } from '@/lib/i18n/translator'
import { FieldError } from './choices'
import type { MethodModel, PlaceModel } from './method-model'

type Errors = { errorOf: (field: string) => string | undefined; talk: Talk }

/** Stores or days of which one is chosen. */
function Places({
  legend,
  field,
  places,
  error,
}: {
  legend: string
  field: string
  places: readonly PlaceModel[]
  error: string | undefined
}) {
  return (
    <fieldset className="min-w-0" aria-describedby={error ? `${field}-error` : undefined}>
      <legend className="text-sm text-muted">{legend}</legend>
      <FieldError id={`${field}-error`} text={error} />
      {places.map((place, index) => (
        <label key={place.value} className="flex min-h-11 cursor-pointer items-start gap-4 py-2">
          <input
            type="radio"
            id={index === 0 ? field : undefined}
            name={field}
            value={place.value}
            defaultChecked={place.chosen}
            className="mt-0.5 size-5 shrink-0"
          />
          <span className="min-w-0 leading-snug wrap-anywhere">
            <span className="block">{place.label}</span>
            {place.detail ? <span className="block text-sm text-muted">{place.detail}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** What a method asks for besides itself. */
export function MethodFields({ method, errorOf, talk }: { method: MethodModel } & Errors) {
  const { t } = talk
  return (
    <>
      {method.stores.length > 0 ? (
        <Places
          legend={t('returns.method.stores')}
          field="store"
          places={method.stores}
          error={errorOf('store')}
        />
      ) : null}
      {method.days.length > 0 ? (
        <Places
          legend={t('returns.method.days')}
          field="pickupDay"
          places={method.days}
          error={errorOf('pickupDay')}
        />
      ) : null}
      {method.own.map((parcel) => (
        <div key={parcel.box} className="space-y-4">
          <Field
            id={parcel.carrierField}
            name={parcel.carrierField}
            label={parcel.carrierLabel}
            hint={t('returns.method.carrierHint')}
            error={errorOf(parcel.carrierField)}
            value={parcel.carrier}
          />
          <Field
            id={parcel.numberField}
            name={parcel.numberField}
            label={parcel.numberLabel}
            hint={t('returns.method.numberHint')}
            error={errorOf(parcel.numberField)}
            value={parcel.number}
            optional
          />
        </div>
      ))}
    </>
  )
}
