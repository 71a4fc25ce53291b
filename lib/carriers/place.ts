import type { Place } from '@/lib/parcels/report'
import { countryCode } from './country-code'

type Parts = { [P in 'city' | 'region' | 'postalCode' | 'country' | 'text']?: string | null | undefined }

/** A place from what a provider gives; null when it gives nothing. A country that is no code stays readable as text. */
export function readPlace({ city, region, postalCode, country, text }: Parts): Place | null {
  const code = countryCode(country)
  const inWords = text ?? (country && !code ? [city, region, country].filter(Boolean).join(', ') : null)
  if (!city && !region && !postalCode && !code && !inWords) return null
  return {
    city: city || null,
    region: region || null,
    postalCode: postalCode || null,
    countryCode: code,
    text: inWords || null,
  }
}
