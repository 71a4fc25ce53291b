import { createReadStream, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import type { Entry } from '@/lib/catalogue/entry'
import type { GoogleSettings } from '@/lib/catalogue/google/read-google-item'
import { readGoogleFeed } from '@/lib/services/catalogue/read-google-feed'
import { parseJson } from '@/lib/webhooks/parse-json'

const fixture = (name: string) => new URL(`../../fixtures/catalogue/${name}`, import.meta.url)

export const SETTINGS: GoogleSettings = {
  currency: null,
  sku: 'id',
  now: new Date('2026-11-22T12:00:00Z'),
}

/** A fixture's JSON, read as a webhook's body is. */
export function jsonFixture(name: string): unknown {
  const json = parseJson(readFileSync(fixture(name)))
  if (!json.ok) throw new Error(json.error.message)
  return json.value
}

export async function all<T>(entries: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const entry of entries) list.push(entry)
  return list
}

/** The entries of a feed among the fixtures. */
export const feedFixture = (name: string, more: Partial<GoogleSettings> = {}): Promise<Entry[]> =>
  all(readGoogleFeed(createReadStream(fixture(name)), { ...SETTINGS, ...more }))

/** The entries of a feed's text or bytes, cut into pieces. */
export function feedOf(
  content: string | Uint8Array,
  { piece = 7, ...more }: Partial<GoogleSettings> & { piece?: number } = {},
): AsyncGenerator<Entry> {
  const bytes = Buffer.from(content)
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, index) =>
    bytes.subarray(index * piece, (index + 1) * piece),
  )
  return readGoogleFeed(Readable.from(pieces), { ...SETTINGS, ...more })
}
