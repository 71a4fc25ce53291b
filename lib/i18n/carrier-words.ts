import { carrierName } from '@/lib/carriers/aliases'
import type { Talk } from './translator'

/** A carrier's name for people; where nobody named the carrier, the word for one. */
export const carrierWords = (slug: string, { t }: Talk): string =>
  slug === 'unknown' ? t('parcel.carrier') : carrierName(slug)
