import type { RatePolicy } from '@/lib/api/rate-limit'
import { env } from '@/lib/env'

const perMinute = (name: string, quota: number): RatePolicy | null =>
  quota > 0 ? { name, quota, windowSeconds: 60 } : null

/** A shop's program, by its key; null: no limit. */
export const merchantPolicy = (): RatePolicy | null => perMinute('merchant', env().merchantLimit)

/** A shopper's browser or shop, by its network address; null: no limit. */
export const shopperPolicy = (): RatePolicy | null => perMinute('shopper', env().shopperLimit)
