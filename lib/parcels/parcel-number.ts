/** What two writings of a parcel number have in common: upper case, no white space, no control characters. */
export const parcelNumberKey = (number: string): string => number.replace(/[\s\p{Cc}]+/gu, '').toUpperCase()
