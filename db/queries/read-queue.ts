import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

/** How far the work is behind, over all shops. */
export type Queue = { databaseVersion: string; due: number; oldestDueAt: Date | null }

/** Counts what is due and not done yet; `databaseVersion` is the server's own, e.g. `18.4`. */
export async function readQueue(db: Database, now: Date): Promise<Queue> {
  const [row] = await db.execute<{ version: string; due: number; oldest: Date | null }>(sql`
    select current_setting('server_version') as version, count(*)::int as due, min(due_at) as oldest
    from work_ready
    where due_at <= ${now.toISOString()}::timestamptz
  `)
  if (!row) throw new Error('an aggregate returned no row')
  return { databaseVersion: row.version, due: row.due, oldestDueAt: row.oldest }
}
