/** So many days before a parcel goes back it is urgent to collect it. */
export const URGENT_DAYS = 3
