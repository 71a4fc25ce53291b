/** The parts of an address that a form asks for. */
export const ADDRESS_FIELDS = ['name', 'line1', 'line2', 'postalCode', 'city', 'region'] as const
export type AddressField = (typeof ADDRESS_FIELDS)[number]

/** How a country writes its addresses. */
export type AddressFormat = {
  /** In the order in which the country writes them; what is missing isn't asked for. */
  fields: readonly AddressField[]
  /** A postcode after `tidy`; null: any, or none. */
  postcode: RegExp | null
  /** One that looks right, for the hint; null: none. */
  example: string | null
  /** The usual spacing of what was typed, upper case and without anything but letters and digits. */
  tidy: (bare: string) => string
}

const CONTINENTAL = ['name', 'line1', 'line2', 'postalCode', 'city'] as const
const WITH_REGION = ['name', 'line1', 'line2', 'postalCode', 'city', 'region'] as const
const CITY_FIRST = ['name', 'line1', 'line2', 'city', 'postalCode'] as const

const plain = (bare: string): string => bare
const split = (at: number, by: string) => (bare: string) =>
  bare.length > at ? `${bare.slice(0, at)}${by}${bare.slice(at)}` : bare

/** The last `tail` signs stand alone. */
const splitEnd = (tail: number, by: string) => (bare: string) =>
  bare.length > tail ? `${bare.slice(0, -tail)}${by}${bare.slice(-tail)}` : bare

const digits = (fields: AddressFormat['fields'], pattern: RegExp, example: string): AddressFormat => ({
  fields,
  postcode: pattern,
  example,
  tidy: plain,
})

/**
 * By ISO 3166-1 alpha-2. Patterns after the Universal Postal Union's addressing sheets,
 * https://www.upu.int/en/universal-postal-union/activities/physical-services/addressing-solutions
 */
const ADDRESS_FORMATS = {
  DE: digits(CONTINENTAL, /^(?!00)\d{5}$/, '80331'),
  AT: digits(CONTINENTAL, /^[1-9]\d{3}$/, '1010'),
  CH: digits(CONTINENTAL, /^[1-9]\d{3}$/, '8001'),
  FR: digits(CONTINENTAL, /^(?!00|99)\d{5}$/, '75001'),
  IT: digits(WITH_REGION, /^\d{5}$/, '00184'),
  NL: { fields: CONTINENTAL, postcode: /^[1-9]\d{3} [A-Z]{2}$/, example: '1012 AB', tidy: split(4, ' ') },
  BE: digits(CONTINENTAL, /^[1-9]\d{3}$/, '1000'),
  LU: { ...digits(CONTINENTAL, /^[1-9]\d{3}$/, '1009'), tidy: (bare) => bare.replace(/^L/, '') },
  GB: {
    fields: CITY_FIRST,
    postcode: /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/,
    example: 'SW1A 1AA',
    tidy: splitEnd(3, ' '),
  },
  IE: {
    fields: ['name', 'line1', 'line2', 'city', 'region', 'postalCode'],
    postcode: /^(?:[AC-FHKNPRTV-Y]\d{2}|D6W) [0-9AC-FHKNPRTV-Y]{4}$/,
    example: 'D02 X285',
    tidy: split(3, ' '),
  },
  ES: digits(WITH_REGION, /^(?:0[1-9]|[1-4]\d|5[0-2])\d{3}$/, '28013'),
  PT: { fields: CONTINENTAL, postcode: /^[1-9]\d{3}-\d{3}$/, example: '1100-148', tidy: split(4, '-') },
  DK: digits(CONTINENTAL, /^\d{4}$/, '1050'),
  SE: { fields: CONTINENTAL, postcode: /^[1-9]\d{2} \d{2}$/, example: '111 22', tidy: split(3, ' ') },
  PL: { fields: CONTINENTAL, postcode: /^\d{2}-\d{3}$/, example: '00-001', tidy: split(2, '-') },
  CZ: { fields: CONTINENTAL, postcode: /^[1-7]\d{2} \d{2}$/, example: '110 00', tidy: split(3, ' ') },
  US: {
    fields: ['name', 'line1', 'line2', 'city', 'region', 'postalCode'],
    postcode: /^\d{5}(?:-\d{4})?$/,
    example: '10001',
    tidy: split(5, '-'),
  },
} as const satisfies Record<string, AddressFormat>

/** Every other country: everything can be written, nothing is expected. */
const GENERAL: AddressFormat = { fields: WITH_REGION, postcode: null, example: null, tidy: plain }

const isKnown = (country: string): country is keyof typeof ADDRESS_FORMATS =>
  Object.hasOwn(ADDRESS_FORMATS, country)

export const addressFormat = (country: string): AddressFormat =>
  isKnown(country) ? ADDRESS_FORMATS[country] : GENERAL

const REGIONS = {
  US: 'state',
  IE: 'county',
  IT: 'province',
  ES: 'province',
} as const satisfies Partial<Record<keyof typeof ADDRESS_FORMATS, string>>

const hasRegions = (country: string): country is keyof typeof REGIONS => Object.hasOwn(REGIONS, country)

/** What a country's regions are called. */
export const regionName = (country: string): 'state' | 'county' | 'province' | 'region' =>
  hasRegions(country) ? REGIONS[country] : 'region'

/** A postcode as its country writes it; what isn't one stays as it was typed, without the spaces around it. */
export function tidyPostcode(text: string, country: string): string {
  const { postcode, tidy } = addressFormat(country)
  const tidied = tidy(text.toUpperCase().replace(/[^A-Z0-9]/g, ''))
  return postcode?.test(tidied) ? tidied : text.trim()
}
