import type { DeliveryAddress } from './order'

/** An address as a page may show it: enough to recognise one's own, too little for a stranger. */
export type MaskedAddress = {
  name: string | null
  street: string | null
  town: string | null
  countryCode: string
}

const initial = (word: string) => `${[...word][0] ?? ''}.`

/** `Resi Huber` → `Resi H.` */
function maskName(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/)
  return [first, ...rest.map(initial)].join(' ')
}

/** `Sendlinger Str. 1` → `Sendlinger Str. •••`: the house number goes, wherever it stands. */
const maskStreet = (line: string): string => line.replace(/[0-9][\p{L}\p{N}/-]*/gu, '•••')

/** Masks a delivery address: initials after the first name, no house number, the town in full. */
export const maskAddress = (address: DeliveryAddress): MaskedAddress => ({
  name: address.name ? maskName(address.name) : null,
  street: address.line1 ? maskStreet(address.line1) : null,
  town: [address.postalCode, address.city].filter(Boolean).join(' ') || null,
  countryCode: address.countryCode,
})
