/**
 * Whether a sale price holds at an instant: `2026-11-24T13:00-0800/2026-11-29T15:30-0800`
 * (https://support.google.com/merchants/answer/6324460). Null where the interval can't be read.
 */
export function saleHolds(interval: string, now: Date): boolean | null {
  const [from, until, ...more] = interval.split('/').map((end) => {
    // A zone without its colon, as Google documents it, is none to every engine.
    const text = end.trim().replace(/([+-]\d{2})(\d{2})$/, '$1:$2')
    return /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN
  })
  if (from === undefined || until === undefined || more.length > 0) return null
  if (Number.isNaN(from) || Number.isNaN(until)) return null
  return from <= now.getTime() && now.getTime() <= until
}
