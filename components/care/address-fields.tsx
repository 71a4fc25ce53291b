import { Field } from '@/components/ui/field'
import { type AddressField, addressFormat, regionName } from '@/lib/care/address-format'
import type { Talk } from '@/lib/i18n/translator'
import type { DeliveryAddress } from '@/lib/orders/order'

/** https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill */
const AUTOFILL = {
  name: 'name',
  line1: 'address-line1',
  line2: 'address-line2',
  postalCode: 'postal-code',
  city: 'address-level2',
  region: 'address-level1',
} as const satisfies Record<AddressField, string>

type AddressFieldsProps = {
  address: DeliveryAddress
  errorOf: (field: AddressField) => string | undefined
  talk: Talk
}

/** An address's fields, in the order in which its country writes them. */
export function AddressFields({ address, errorOf, talk: { t } }: AddressFieldsProps) {
  const { fields, example, postcode } = addressFormat(address.countryCode)
  const hints: Partial<Record<AddressField, string>> = {
    line2: t('care.field.line2Hint'),
    ...(example !== null && { postalCode: t('care.field.postalCodeHint', { example }) }),
  }
  const isOptional = (field: AddressField): boolean =>
    field === 'line2' || field === 'region' || (field === 'postalCode' && postcode === null)
  return fields.map((field) => (
    <Field
      key={field}
      id={field}
      name={field}
      label={
        field === 'region' ? t(`care.field.${regionName(address.countryCode)}`) : t(`care.field.${field}`)
      }
      hint={hints[field]}
      error={errorOf(field)}
      value={address[field] ?? ''}
      autoComplete={AUTOFILL[field]}
      optional={isOptional(field)}
    />
  ))
}
