import type { Database } from '@/db/client'
import { connect } from '@/db/connect'
import { systemClock } from '@/lib/core/clock'
import { createKeyring } from '@/lib/core/keyring'
import { env } from '@/lib/env'
import type { Context } from '@/lib/services/context'
import { createJwksSource } from '@/lib/services/fetch-jwks'
import { safeFetch } from '@/lib/services/safe-fetch'

const JWKS_TTL_SECONDS = 3600
const JWKS_LIMITS = { maxBytes: 100_000, timeoutMs: 5_000, accept: 'application/json' }

declare global {
  /** Outlives the module: a development server loads it again and again. */
  var doorstepContext: Context | undefined
}

function compose(db: Database): Context {
  const settings = env()
  const fetch: Context['fetch'] = (url, limits) =>
    safeFetch(url, { ...limits, allowPrivate: settings.allowPrivateNetworks })
  return {
    db,
    now: systemClock,
    keyring: createKeyring(settings.secret),
    origin: settings.url,
    fetch,
    jwks: createJwksSource({
      fetch: (url) => fetch(url, JWKS_LIMITS),
      now: systemClock,
      ttlSeconds: JWKS_TTL_SECONDS,
    }),
  }
}

/** Everything the program runs on, composed once for a connection; throws while the database is away. */
export async function getContext(): Promise<Context> {
  const { db } = await connect()
  if (globalThis.doorstepContext?.db !== db) globalThis.doorstepContext = compose(db)
  return globalThis.doorstepContext
}
