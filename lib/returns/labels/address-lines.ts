import { LOCALE_TABLE, type Locale } from '@/lib/i18n/locales'
import type { LabelAddress } from './label-facts'

export type AddressLines = { name: string; street: string[]; town: string; country: string | null }

/** These write the town before its code, as their posts ask. */
const CODE_LAST = new Set(['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'IN'])

const townOf = ({ postalCode, city, region, countryCode }: LabelAddress): string =>
  CODE_LAST.has(countryCode)
    ? [city, region, postalCode].filter(Boolean).join(' ')
    : [postalCode, city].filter(Boolean).join(' ')

/**
 * An address as a post reads it. The country stands last, in capitals, and only where the parcel crosses a border or nobody
 * knows whether it does (https://www.upu.int/en/Postal-Solutions/Programmes-Services/Addressing-Solutions).
 */
export function addressLines(
  address: LabelAddress,
  other: LabelAddress | null,
  locale: Locale,
): AddressLines {
  const { intl } = LOCALE_TABLE[locale]
  const abroad = other?.countryCode !== address.countryCode
  const country =
    new Intl.DisplayNames(intl, { type: 'region' }).of(address.countryCode) ?? address.countryCode
  return {
    name: address.name,
    street: [address.line1, address.line2].filter((line): line is string => Boolean(line)),
    town: townOf(address),
    country: abroad ? country.toLocaleUpperCase(intl) : null,
  }
}
