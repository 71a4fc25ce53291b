import { SourceError } from '@/lib/catalogue/source-error'
import type { Context } from '@/lib/services/context'
import { parseJson } from '@/lib/webhooks/parse-json'
import { sayFetchError } from './download-feed'

/** A page of 250 products with their descriptions has a few. */
const LIMIT_BYTES = 25_000_000
const TIMEOUT_MS = 60_000

/** What may pass by itself; Shopify says 430 to whom it takes for a robot. */
const PASSING = new Set([408, 429, 430, 500, 502, 503, 504])

/** Wait before try n+1, in seconds, where the answer says nothing of it. */
const RETRY_SECONDS = [2, 10, 30] as const
const MOST_SECONDS = 60

export type Sleep = (milliseconds: number) => Promise<void>

export const sleep: Sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * One page of a shop's platform as JSON, asked again where it is only busy. Throws a {@link SourceError}: without the page the
 * reading is over.
 */
export async function fetchPage(
  { fetch }: Pick<Context, 'fetch'>,
  url: string,
  place: string,
  headers: Readonly<Record<string, string>>,
  wait: Sleep,
): Promise<{ json: unknown; headers: Headers }> {
  for (let tries = 0; ; tries++) {
    const answer = await fetch(url, {
      maxBytes: LIMIT_BYTES,
      timeoutMs: TIMEOUT_MS,
      accept: 'application/json',
      headers,
    })
    if (!answer.ok) throw new SourceError(`${place}: ${sayFetchError(answer.error)}`)
    const { status, body } = answer.value
    if (status === 200) {
      const json = parseJson(body)
      if (!json.ok) throw new SourceError(`${place}: is no JSON (${json.error.message})`)
      return { json: json.value, headers: answer.value.headers }
    }
    const seconds = RETRY_SECONDS[tries]
    if (!PASSING.has(status) || seconds === undefined)
      throw new SourceError(`${place}: the address answers ${status}`)
    const asked = Number(answer.value.headers.get('retry-after'))
    await wait(Math.min(asked > 0 ? asked : seconds, MOST_SECONDS) * 1000)
  }
}
