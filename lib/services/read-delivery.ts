import type { inbox } from '@/db/schema'
import { carriers } from '@/lib/carriers'
import type { Reading } from '@/lib/carriers/carrier'
import { parseJson } from '@/lib/webhooks/parse-json'

/** What today's adapter makes of a stored delivery. */
export type DeliveryReading = Reading | { kind: 'unreadable'; reason: string }

const MAX_ISSUES = 20

/** Reads a stored delivery again from its bytes. */
export function readDelivery(
  row: Pick<typeof inbox.$inferSelect, 'provider' | 'body' | 'headers'>,
): DeliveryReading {
  const carrier = carriers.get(row.provider)
  if (!carrier) return { kind: 'unreadable', reason: `no provider ${row.provider}` }
  const json = parseJson(row.body)
  if (!json.ok) return { kind: 'unreadable', reason: json.error.message }
  const parsed = carrier.parse(json.value, new Headers(row.headers))
  return parsed.ok
    ? parsed.reading
    : { kind: 'unreadable', reason: JSON.stringify(parsed.issues.slice(0, MAX_ISSUES)) }
}
