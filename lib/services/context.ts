import type { Database } from '@/db/client'
import type { Clock } from '@/lib/core/clock'
import type { Keyring } from '@/lib/core/keyring'
import type { JwksSource } from './fetch-jwks'
import type { SafeFetch } from './safe-fetch'

/** What the write verbs need from outside: handed in, so that tests choose. */
export type Context = {
  db: Database
  now: Clock
  keyring: Keyring
  /** Public address without a trailing slash, e.g. `https://orders.example.com`; ends with the path prefix, where there is one. */
  origin: string
  fetch: SafeFetch
  jwks: JwksSource
}
