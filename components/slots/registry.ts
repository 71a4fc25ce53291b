import type { SlotDefinition } from '@/lib/slots/slot'
import { addressFix } from './address-fix'
import { announcement } from './announcement'
import { apologyVoucher } from './apology-voucher'
import { care } from './care'
import { contact } from './contact'
import { custom } from './custom'
import { deliveryWishes } from './delivery-wishes'
import { feedback } from './feedback'
import { loyalty } from './loyalty'
import { newsletter } from './newsletter'
import { pickupHelp } from './pickup-help'
import { pickupReminder } from './pickup-reminder'
import { products } from './products'
import { referral } from './referral'
import { reviewRequest } from './review-request'
import { storeFinder } from './store-finder'
import { voucher } from './voucher'

const ALL: readonly SlotDefinition[] = [
  addressFix,
  pickupReminder,
  apologyVoucher,
  contact,
  deliveryWishes,
  pickupHelp,
  announcement,
  products,
  voucher,
  reviewRequest,
  referral,
  feedback,
  newsletter,
  care,
  storeFinder,
  loyalty,
  custom,
]

/** Every kind of slot by its id; look one up with `Object.hasOwn`. Its settings are parsed in one language: a placed slot holds the others. */
export const SLOTS: Readonly<Record<string, SlotDefinition>> = Object.fromEntries(
  ALL.map((slot) => [slot.id, slot]),
)
