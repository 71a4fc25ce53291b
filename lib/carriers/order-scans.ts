import type { Scan } from '@/lib/parcels/report'

const momentOf = ({ time }: Scan): string => time.at ?? time.localTime ?? ''

/** A report's scans from old to new, then by the provider's own order field; undated ones come first. */
export const orderScans = (scans: readonly Scan[]): Scan[] =>
  scans.toSorted((a, b) => {
    const [left, right] = [momentOf(a), momentOf(b)]
    return left === right ? (a.order ?? 0) - (b.order ?? 0) : left < right ? -1 : 1
  })
