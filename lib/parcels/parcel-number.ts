/** What two writings of a parcel number have in common: upper case, no white space. */
export const parcelNumberKey = (number: string): string => number.replace(/\s+/g, '').toUpperCase()
