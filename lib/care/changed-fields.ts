import type { DeliveryAddress } from '@/lib/orders/order'
import { ADDRESS_FIELDS, type AddressField } from './address-format'

/** Which parts of an address are others than before: all that may stand in a log. */
export const changedFields = (before: DeliveryAddress, after: DeliveryAddress): AddressField[] =>
  ADDRESS_FIELDS.filter((field) => (before[field] ?? '') !== (after[field] ?? ''))
