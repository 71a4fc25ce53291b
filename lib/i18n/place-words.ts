import type { Place } from '@/lib/parcels/report'

/** A scan's place in one line: "Leipzig, DE"; null when nothing is known. */
export function placeWords(place: Place | null): string | null {
  if (!place) return null
  const named = [place.city ?? place.region, place.countryCode].filter(Boolean).join(', ')
  return named || place.text
}
