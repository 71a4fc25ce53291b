import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Clock } from '@/lib/core/clock'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Jwk } from '@/lib/webhooks/signature'
import type { SafeFetchError, SafeResponse } from './safe-fetch'

/** Between two requests to one address whose keys we hold: a forged key id must not make us hammer the vendor. */
const REFETCH_SECONDS = 60

/** Between two requests to one address that has never answered with keys. */
const RETRY_SECONDS = 5

const MAX_ADDRESSES = 1000

/** The shortest modulus that RFC 7518 allows for RS256 is 2048 bits: 256 bytes in base64url. */
const MIN_MODULUS_CHARACTERS = 342

const rsaKeySchema = z.object({
  kty: z.literal('RSA'),
  n: z.base64url().min(MIN_MODULUS_CHARACTERS).max(2048),
  e: z.base64url().min(1).max(16),
  kid: z.string().optional(),
  alg: z.string().optional(),
  use: z.literal('sig').optional(),
})

const keySetSchema = z.object({ keys: z.array(z.unknown()).max(100) })

export type JwksError =
  | SafeFetchError
  /** The vendor answered with another status than 200. */
  | 'jwks_unavailable'
  /** Not a key set, or none of its keys is an RSA key for signatures. */
  | 'jwks_invalid'

/** The RSA keys at an address; `keyId` is the one the caller is about to look for. */
export type JwksSource = (url: string, keyId: string | null) => Promise<Result<readonly Jwk[], JwksError>>

type Entry = { keys: readonly Jwk[] | null; error: JwksError; triedAt: number; fetchedAt: number }

/** The usable keys of a JSON Web Key Set (RFC 7517): keys of other kinds are left out, as the RFC asks. */
function readKeySet(body: Uint8Array): readonly Jwk[] {
  try {
    const set = keySetSchema.safeParse(JSON.parse(new TextDecoder().decode(body)))
    return (set.data?.keys ?? []).flatMap((key) => rsaKeySchema.safeParse(key).data ?? [])
  } catch {
    // Not JSON: no key in it, which the caller reports as an invalid set.
    return []
  }
}

/**
 * A cache of vendors' public keys, one per process. A set is kept for `ttlSeconds` and read again before that when a
 * key id is missing from it, at most once a minute; while the vendor is away the set it gave last stays in use.
 */
export function createJwksSource(deps: {
  fetch: (url: string) => Promise<Result<SafeResponse, SafeFetchError>>
  now: Clock
  ttlSeconds: number
}): JwksSource {
  const entries = new LRUCache<string, Entry>({ max: MAX_ADDRESSES })
  const running = new Map<string, Promise<Entry>>()
  const nowSeconds = () => deps.now().getTime() / 1000

  async function load(url: string): Promise<Result<readonly Jwk[], JwksError>> {
    const response = await deps.fetch(url)
    if (!response.ok) return response
    if (response.value.status !== 200) return fail('jwks_unavailable')
    const keys = readKeySet(response.value.body)
    return keys.length > 0 ? ok(keys) : fail('jwks_invalid')
  }

  async function refresh(url: string, held: Entry | undefined): Promise<Entry> {
    const triedAt = nowSeconds()
    const loaded = await load(url)
    const entry: Entry = loaded.ok
      ? { keys: loaded.value, error: 'jwks_unavailable', triedAt, fetchedAt: triedAt }
      : { keys: held?.keys ?? null, error: loaded.error, triedAt, fetchedAt: held?.fetchedAt ?? 0 }
    entries.set(url, entry)
    return entry
  }

  /** Deliveries that come together wait for one request. */
  function refreshOnce(url: string, held: Entry | undefined): Promise<Entry> {
    const pending = running.get(url)
    if (pending) return pending
    const started = refresh(url, held).finally(() => running.delete(url))
    running.set(url, started)
    return started
  }

  function isDue(entry: Entry, keyId: string | null): boolean {
    const age = nowSeconds() - entry.triedAt
    if (!entry.keys) return age >= RETRY_SECONDS
    const missing = keyId !== null && !entry.keys.some((key) => key.kid === keyId)
    const stale = nowSeconds() - entry.fetchedAt >= deps.ttlSeconds
    return (missing || stale) && age >= REFETCH_SECONDS
  }

  return async (url, keyId) => {
    const held = entries.get(url)
    const entry = !held || isDue(held, keyId) ? await refreshOnce(url, held) : held
    return entry.keys ? ok(entry.keys) : fail(entry.error)
  }
}
