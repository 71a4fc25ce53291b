import type { Demo } from './demo'
import type { Door, Shop } from './send'

/** The demo's Alpine shop, for tests that send it orders and parcels of their own. */
export function alpenglueck({ origin, apiKeys, webhooks }: Demo): Shop & { door: Door } {
  const apiKey = apiKeys.alpenglueck
  const door = webhooks['alpenglueck standard']
  if (!apiKey || !door) throw new Error('the demo printed no key or webhook of alpenglueck')
  return { origin, apiKey, door }
}
