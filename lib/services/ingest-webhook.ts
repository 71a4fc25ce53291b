import { LRUCache } from 'lru-cache'
import { type EndpointRow, findEndpoint } from '@/db/queries/find-endpoint'
import { inbox, workReady } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { newId, type ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import { deliveryIdentity } from '@/lib/webhooks/delivery-identity'
import { endpointSettingsSchema } from '@/lib/webhooks/endpoint-settings'
import { parseJson } from '@/lib/webhooks/parse-json'
import type { Jwk, SignedRequest } from '@/lib/webhooks/signature'
import { verifySignature } from '@/lib/webhooks/verify-signature'
import type { Context } from './context'
import { openSecrets } from './endpoint-secrets'
import type { JwksError } from './fetch-jwks'
import { type Provider, providers } from './providers'

/** A webhook's body may have this many bytes. */
export const WEBHOOK_LIMIT_BYTES = 1_000_000

/** Of a body's own words so many characters are kept beside it. */
const MAX_REASON = 2_000

/** Settings of an endpoint are kept this long: a rotated secret counts after it at the latest. */
const ENDPOINT_CACHE_MS = 10_000

/** Headers an adapter may read again on a replay; no signature, no secret. */
const KEPT_HEADERS = [
  'content-type',
  'user-agent',
  'webhook-id',
  'webhook-timestamp',
  'as-webhook-version',
  'x-shopify-topic',
]

export type Delivery = { provider: string; endpointId: string; headers: Headers; body: Uint8Array }

export type Accepted = {
  /** 202: genuine, but of a shape we don't read yet; kept and flagged. */
  status: 200 | 202
  duplicate: boolean
  /** The inbox row to process now; null when there is nothing to do. */
  work: { shopId: ShopId; inboxId: string } | null
}

export type IngestError =
  | { code: 'unauthorized' }
  | { code: 'not_json'; detail: string }
  /** The vendor's public keys can't be had now: it should try again, nothing was judged. */
  | { code: 'keys_unavailable'; detail: string }

type Endpoint = EndpointRow & { opened: string[]; jwks: readonly Jwk[] | null; jwksUrl: string | null }

const endpointsByContext = new WeakMap<Context, LRUCache<string, Endpoint>>()

async function loadEndpoint(context: Context, endpointId: string): Promise<Endpoint | null> {
  let cache = endpointsByContext.get(context)
  if (!cache) {
    cache = new LRUCache({ max: 5_000, ttl: ENDPOINT_CACHE_MS })
    endpointsByContext.set(context, cache)
  }
  const known = cache.get(endpointId)
  if (known) return known
  const row = await findEndpoint(context.db, endpointId)
  if (!row) return null
  const { jwks, jwksUrl } = endpointSettingsSchema.parse(row.settings)
  const endpoint = {
    ...row,
    opened: openSecrets(context.keyring, row.shopId, row.id, row.secrets),
    jwks: jwks ? (Array.isArray(jwks) ? jwks : jwks.keys) : null,
    jwksUrl: jwksUrl ?? null,
  }
  cache.set(endpointId, endpoint)
  return endpoint
}

async function keySet(
  context: Context,
  { signature }: Provider,
  endpoint: Endpoint,
  request: SignedRequest,
): Promise<Result<readonly Jwk[], JwksError>> {
  if (signature.kind !== 'rsa-jwks') return ok([])
  if (endpoint.jwks) return ok(endpoint.jwks)
  // What no key could make right is not worth a request to the vendor, and tells nobody that the address exists.
  const withoutKeys = verifySignature(signature, request, { secrets: [], jwks: [] }, context.now())
  if (!withoutKeys.ok && withoutKeys.error !== 'key_unknown') return ok([])
  return context.jwks(endpoint.jwksUrl ?? signature.jwksUrl, request.headers.get(signature.keyIdHeader))
}

/**
 * Takes one delivery: verifies the raw bytes, commits one inbox row, and only then says yes. Knows no framework: the route and
 * the volume process both call it. An unknown address and a bad signature are the same error.
 */
export async function ingestWebhook(
  context: Context,
  delivery: Delivery,
): Promise<Result<Accepted, IngestError>> {
  const { provider, endpointId, headers, body } = delivery
  const carrier = providers.get(provider)
  const endpoint = carrier ? await loadEndpoint(context, endpointId) : null
  if (!carrier || !endpoint || endpoint.provider !== carrier.id) return fail({ code: 'unauthorized' })
  const jwks = await keySet(context, carrier, endpoint, { headers, body })
  if (!jwks.ok) return fail({ code: 'keys_unavailable', detail: jwks.error })
  const keys = { secrets: endpoint.opened, jwks: jwks.value }
  const now = context.now()
  if (!verifySignature(carrier.signature, { headers, body }, keys, now).ok)
    return fail({ code: 'unauthorized' })

  const json = parseJson(body)
  if (!json.ok) return fail({ code: 'not_json', detail: json.error.message })
  const parsed = carrier.parse(json.value, headers)
  const state = !parsed.ok ? 'unreadable' : parsed.reading.kind === 'ignored' ? 'ignored' : 'received'
  const reason = !parsed.ok
    ? JSON.stringify(parsed.issues.slice(0, 20))
    : parsed.reading.kind === 'ignored'
      ? parsed.reading.reason
      : null
  const error = reason?.slice(0, MAX_REASON) ?? null

  const { shopId } = endpoint
  const inboxId = newId()
  const stored = await withShop(context.db, shopId, async (tx) => {
    const rows = await tx
      .insert(inbox)
      .values({
        shopId,
        id: inboxId,
        endpointId,
        provider,
        deliveryId: deliveryIdentity(parsed.ok ? parsed.deliveryId : null, body),
        headers: Object.fromEntries(
          KEPT_HEADERS.flatMap((name) => [[name, headers.get(name)]]).filter(([, value]) => value),
        ),
        body,
        state,
        attempts: 0,
        error,
        receivedAt: now,
      })
      .onConflictDoNothing({ target: [inbox.shopId, inbox.endpointId, inbox.deliveryId] })
      .returning({ id: inbox.id })
    if (rows.length > 0 && state === 'received')
      await tx
        .insert(workReady)
        .values({ id: inboxId, shopId, kind: 'inbox', subject: inboxId, dueAt: now, attempts: 0 })
    return rows.length > 0
  })
  return ok({
    status: state === 'unreadable' ? 202 : 200,
    duplicate: !stored,
    work: stored && state === 'received' ? { shopId, inboxId } : null,
  })
}
