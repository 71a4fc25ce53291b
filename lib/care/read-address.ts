import { addressSchema, type DeliveryAddress } from '@/lib/orders/order'
import { type AddressField, addressFormat } from './address-format'
import { tidyAddress } from './check-address'

/** What keeps an address from being one at all; everything else is a doubt. */
export type AddressProblem = { field: AddressField; key: 'missing' | 'tooLong' }

const REQUIRED: ReadonlySet<AddressField> = new Set(['name', 'line1', 'city'])

/**
 * Reads an address as its country's form sends it. What the form doesn't ask for stays as it was in `previous`, the country too:
 * a parcel on its way isn't sent to another one.
 */
export function readAddress(
  textOf: (field: AddressField) => string | null,
  previous: DeliveryAddress,
): { address: DeliveryAddress; problems: AddressProblem[] } {
  const { fields, postcode } = addressFormat(previous.countryCode)
  const asked = Object.fromEntries(fields.map((field) => [field, textOf(field) ?? '']))
  const address = tidyAddress({ ...previous, ...asked })
  const missing = fields.filter(
    (field) => !address[field] && (REQUIRED.has(field) || (field === 'postalCode' && postcode !== null)),
  )
  const tooLong = fields.filter(
    (field) => address[field] && !addressSchema.shape[field].safeParse(address[field]).success,
  )
  return {
    address,
    problems: [
      ...missing.map((field) => ({ field, key: 'missing' as const })),
      ...tooLong.map((field) => ({ field, key: 'tooLong' as const })),
    ],
  }
}
