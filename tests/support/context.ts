import { randomBytes } from 'node:crypto'
import { getShop } from '@/db/queries/find-shop'
import { carriers } from '@/lib/carriers'
import type { ShopId } from '@/lib/core/ids'
import { createKeyring } from '@/lib/core/keyring'
import type { Context } from '@/lib/services/context'
import { createApiKey } from '@/lib/services/create-api-key'
import { createEndpoint, type EndpointBody } from '@/lib/services/create-endpoint'
import { createShop } from '@/lib/services/create-shop'
import { createJwksSource } from '@/lib/services/fetch-jwks'
import { safeFetch } from '@/lib/services/safe-fetch'
import type { Shop } from '@/lib/shops/shop'
import { endpointSettingsSchema } from '@/lib/webhooks/endpoint-settings'
import { TEST_JWKS, TEST_SECRET } from '@/tests/fixtures/sign'
import type { TestDatabase } from './database'
import { shopSettings } from './shop-settings'

const JWKS_LIMITS = { maxBytes: 100_000, timeoutMs: 2_000, accept: 'application/json' }

/** What the program runs on in a test: its own clock, and loopback addresses may be fetched. */
export type TestContext = Context & {
  /** Sets the clock forward. */
  pass: (seconds: number) => void
}

export function testContext({ app }: TestDatabase, start = '2026-11-20T12:00:00.000Z'): TestContext {
  let at = new Date(start)
  const now = () => at
  const fetch: Context['fetch'] = (url, limits) => safeFetch(url, { ...limits, allowPrivate: true })
  return {
    db: app.db,
    now,
    keyring: createKeyring('a secret of the tests, long enough'),
    origin: 'https://orders.example',
    fetch,
    jwks: createJwksSource({ fetch: (url) => fetch(url, JWKS_LIMITS), now, ttlSeconds: 3600 }),
    pass: (seconds) => {
      at = new Date(at.getTime() + seconds * 1000)
    },
  }
}

/** Lets route handlers, which ask for the process's context, run on this one. */
export function useContext(context: Context, { app }: TestDatabase): void {
  const open = { ...app, isUsable: () => true }
  globalThis.doorstepConnection = { opening: Promise.resolve(open), open }
  globalThis.doorstepContext = context
}

/** A shop with a merchant's key and an address for each provider, all under the tests' own secret. */
export type TestShop = { shop: Shop; id: ShopId; apiKey: string; endpoints: Record<string, string> }

export async function addEndpoint(context: Context, shopId: ShopId, body: EndpointBody): Promise<string> {
  const created = await createEndpoint(context, shopId, body)
  if (!created.ok) throw new Error(JSON.stringify(created.error))
  return created.value.id
}

export async function addShop(
  context: Context,
  more: Partial<Shop> = {},
  providers: readonly string[] = [...carriers.keys()],
): Promise<TestShop> {
  const created = await createShop(context, `shop-${randomBytes(4).toString('hex')}`, shopSettings(more))
  if (!created.ok) throw new Error(created.error.code)
  const { shopId } = created.value
  const endpoints: Record<string, string> = {}
  for (const provider of providers)
    endpoints[provider] = await addEndpoint(
      context,
      shopId,
      carriers.get(provider)?.signature.kind === 'rsa-jwks'
        ? { provider, settings: endpointSettingsSchema.parse({ jwks: TEST_JWKS }) }
        : { provider, secrets: [TEST_SECRET] },
    )
  const apiKey = await createApiKey(context, shopId, 'tests')
  return { shop: await getShop(context.db, shopId), id: shopId, apiKey, endpoints }
}
