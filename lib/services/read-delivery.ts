import type { inbox } from '@/db/schema'
import type { Reading } from '@/lib/carriers/carrier'
import type { ProductChange } from '@/lib/catalogue/product-change'
import { parseJson } from '@/lib/webhooks/parse-json'
import { providers } from './providers'

/** What today's adapter makes of a stored delivery. */
export type DeliveryReading =
  | Reading
  | { kind: 'product'; change: ProductChange }
  | { kind: 'unreadable'; reason: string }

const MAX_ISSUES = 20

/** Reads a stored delivery again from its bytes. */
export function readDelivery(
  row: Pick<typeof inbox.$inferSelect, 'provider' | 'body' | 'headers'>,
): DeliveryReading {
  const carrier = providers.get(row.provider)
  if (!carrier) return { kind: 'unreadable', reason: `no provider ${row.provider}` }
  const json = parseJson(row.body)
  if (!json.ok) return { kind: 'unreadable', reason: json.error.message }
  const parsed = carrier.parse(json.value, new Headers(row.headers))
  return parsed.ok
    ? parsed.reading
    : { kind: 'unreadable', reason: JSON.stringify(parsed.issues.slice(0, MAX_ISSUES)) }
}
