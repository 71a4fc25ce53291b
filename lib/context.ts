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
  var doorstepContext: Promise<Context> | undefined
}

async function compose(): Promise<Context> {
  const settings = env()
  const { db } = await connect()
  const fetch: Context['fetch'] = (url, limits) => safeFetch(url, { ...limits, allowPrivate: settings.allowPrivateNetworks })
  return {
    db,
    now: systemClock,
    keyring: createKeyring(settings.secret),
    origin: settings.url,
    fetch,
    jwks: createJwksSource({ fetch: (url) => fetch(url, JWKS_LIMITS), now: systemClock, ttlSeconds: JWKS_TTL_SECONDS }),
  }
}

/** Everything the program runs on, composed once a process; after a failed start the next caller tries again. */
export function getContext(): Promise<Context> {
  globalThis.doorstepContext ??= compose().catch((error: unknown) => {
    globalThis.doorstepContext = undefined
    throw error
  })
  return globalThis.doorstepContext
}
