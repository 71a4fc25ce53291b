import type { DeliveryAddress } from '@/lib/orders/order'
import { addressFormat, tidyPostcode } from './address-format'
import { POSTCODE_AREAS, ZIP_STATES } from './postcode-areas'

/** What looks wrong with an address: told to its writer, who knows better and may leave it so. */
export type AddressDoubt =
  | { kind: 'postcode_form'; field: 'postalCode'; example: string }
  /** Postcodes of the town begin otherwise. */
  | { kind: 'town'; field: 'postalCode'; city: string; prefixes: readonly string[] }
  /** Postcodes that begin so belong to another state. */
  | { kind: 'state'; field: 'region'; state: string }
  | { kind: 'no_house_number'; field: 'line1' }

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A prefix of letters is whole letters: `E` begins `E1 6AN`, not `EH1 1RE`. */
const begins = (postcode: string, prefix: string): boolean =>
  postcode.startsWith(prefix) && !(/[A-Z]$/.test(prefix) && /^[A-Z]/.test(postcode.slice(prefix.length)))

/** The state of a ZIP code, as far as the numbering says. */
function stateOf(zip: string): string | null {
  const three = Number(zip.slice(0, 3))
  const found = Object.entries(ZIP_STATES).filter(([, ranges]) =>
    ranges.some(([first, last]) => first <= three && three <= last),
  )
  return found.length === 1 ? (found[0]?.[0] ?? null) : null
}

function placeDoubt({ countryCode, postalCode, city, region }: DeliveryAddress): AddressDoubt[] {
  const postcode = postalCode ?? ''
  if (countryCode === 'US') {
    const state = stateOf(postcode)
    const written = region?.trim().toUpperCase() ?? ''
    const isState = Object.hasOwn(ZIP_STATES, written)
    return state !== null && isState && state !== written ? [{ kind: 'state', field: 'region', state }] : []
  }
  const areas = POSTCODE_AREAS[countryCode] ?? []
  const town = areas.find(({ names }) => names.some((name) => plain(name) === plain(city ?? '')))
  return town && !town.prefixes.some((prefix) => begins(postcode, prefix))
    ? [{ kind: 'town', field: 'postalCode', city: city ?? '', prefixes: town.prefixes }]
    : []
}

/** Countries where hardly a street is without numbers. */
const NUMBERED: ReadonlySet<string> = new Set(['DE', 'AT', 'CH', 'NL', 'BE', 'LU', 'DK', 'SE', 'CZ', 'PL'])

/**
 * What looks wrong with an address by its country's rules: how a postcode is written, how those of large towns begin, to which
 * state a ZIP code belongs. No directory of streets or places stands behind it.
 */
export function checkAddress(address: DeliveryAddress): AddressDoubt[] {
  const { postcode, example } = addressFormat(address.countryCode)
  const written = address.postalCode ?? ''
  const fits = postcode === null || postcode.test(written)
  return [
    ...(fits || example === null
      ? []
      : [{ kind: 'postcode_form' as const, field: 'postalCode' as const, example }]),
    ...(fits ? placeDoubt(address) : []),
    ...(NUMBERED.has(address.countryCode) &&
    address.line1 &&
    !/\d/.test(`${address.line1}${address.line2 ?? ''}`)
      ? [{ kind: 'no_house_number' as const, field: 'line1' as const }]
      : []),
  ]
}

const spaced = (text: string | null | undefined): string | null => text?.replace(/\s+/g, ' ').trim() || null

/** An address with the spacing its country uses; nothing that was written is exchanged for something else. */
export const tidyAddress = (address: DeliveryAddress): DeliveryAddress => ({
  countryCode: address.countryCode,
  name: spaced(address.name),
  line1: spaced(address.line1),
  line2: spaced(address.line2),
  postalCode: address.postalCode ? tidyPostcode(address.postalCode, address.countryCode) : null,
  city: spaced(address.city),
  region: spaced(address.region),
})

/** What could be meant instead, where the rules name one thing: the state that a ZIP code belongs to. Null: nothing. */
export function suggestAddress(address: DeliveryAddress): DeliveryAddress | null {
  const doubt = checkAddress(address).find(({ kind }) => kind === 'state')
  return doubt?.kind === 'state' ? { ...address, region: doubt.state } : null
}
