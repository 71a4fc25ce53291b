import { hostSchema } from '@/lib/shops/host'
import { decodeSegment } from './segment'

/** The host in an address of the API; null for what no shop can have. */
export const hostOf = (segment: string): string | null =>
  hostSchema.safeParse(decodeSegment(segment)).data ?? null
