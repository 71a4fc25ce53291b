/**
 * Why a parcel is on the merchant's list. `address`: it can't be delivered where it should go; `pickup`: it waits, and goes back in
 * three days or fewer; `late`: the promised days are over; `wish`: the shopper wants it otherwise.
 */
export const CARE_KINDS = ['address', 'pickup', 'late', 'wish'] as const
export type CareKind = (typeof CARE_KINDS)[number]
