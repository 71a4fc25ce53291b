import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'
import type { Target } from './target'

export type Database = PostgresJsDatabase<Record<string, never>>

export type Connection = { sql: Sql; db: Database; close: () => Promise<void> }

export type ClientOptions = {
  /** Connections at most; they open on demand. */
  max?: number
  /** What `pg_stat_activity` shows. */
  applicationName?: string
}

const TIMESTAMPTZ = 1184
const CLOSE_TIMEOUT_SECONDS = 5
const CONNECT_TIMEOUT_SECONDS = 10
const IDLE_TIMEOUT_SECONDS = 300

/**
 * A pool of connections; opens nothing until the first query.
 *
 * What comes back, through Drizzle and through raw SQL alike: `timestamptz` is a `Date`, `date` stays text
 * (a calendar day has no instant), `bigint` and `numeric` stay text in raw SQL so that no digit is lost.
 */
export function openClient(target: Target, options: ClientOptions = {}): Connection {
  const settings = {
    max: options.max ?? 10,
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    idle_timeout: IDLE_TIMEOUT_SECONDS,
    connection: { application_name: options.applicationName ?? 'doorstep', TimeZone: 'UTC' },
    onnotice: () => {},
  }
  const sql =
    typeof target === 'string' ? postgres(target, settings) : postgres({ ...settings, ...target, ssl: false })
  const db = drizzle(sql)
  // Drizzle makes the driver hand timestamps through as text; its own columns take a Date just as well.
  sql.options.parsers[TIMESTAMPTZ] = (text: string) => new Date(text)
  sql.options.serializers[TIMESTAMPTZ] = (at: unknown) => (at instanceof Date ? at.toISOString() : at)
  return { sql, db, close: () => sql.end({ timeout: CLOSE_TIMEOUT_SECONDS }) }
}
