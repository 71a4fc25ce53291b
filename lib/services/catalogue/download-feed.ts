import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'

/** As it comes over the wire, packed or not: several times what 100,000 products need. */
const LIMIT_BYTES = 500_000_000
const TIMEOUT_MS = 10 * 60_000

export type Downloaded =
  | { kind: 'unchanged' }
  | {
      kind: 'file'
      path: string
      etag: string | null
      lastModified: string | null
      /** Removes the file. */
      discard: () => Promise<void>
    }

/**
 * Fetches a feed into a file of its own, through the guard that keeps shops' addresses out of the operator's network: a file that
 * breaks off is none, and a slow shop holds no transaction open. The error is a sentence for whoever keeps the feed.
 */
export async function downloadFeed(
  { fetch }: Pick<Context, 'fetch'>,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<Result<Downloaded, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-feed-'))
  const discard = () => rm(folder, { recursive: true, force: true })
  const path = join(folder, 'feed')
  try {
    const answer = await fetch(url, {
      maxBytes: LIMIT_BYTES,
      timeoutMs: TIMEOUT_MS,
      accept:
        'application/xml, text/xml, text/tab-separated-values, text/csv, text/plain, application/gzip, */*;q=0.1',
      headers: { ...headers, 'accept-encoding': 'gzip' },
      receive: (body) => pipeline(body, createWriteStream(path, { mode: 0o600 })),
    })
    if (answer.ok && answer.value.status === 200)
      return ok({
        kind: 'file',
        path,
        etag: answer.value.headers.get('etag'),
        lastModified: answer.value.headers.get('last-modified'),
        discard,
      })
    await discard()
    if (answer.ok && answer.value.status === 304) return ok({ kind: 'unchanged' })
    return fail(answer.ok ? `the feed’s address answers ${answer.value.status}` : sayFetchError(answer.error))
  } catch (error) {
    await discard()
    throw error
  }
}

/** A guard's refusal in words. */
export const sayFetchError = (error: string): string =>
  error === 'redirect_refused'
    ? 'the address leads to another one: name that one'
    : `the address can’t be fetched (${error})`
