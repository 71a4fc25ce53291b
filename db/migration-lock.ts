import { setTimeout as sleep } from 'node:timers/promises'
import type { Sql } from 'postgres'
import { sqlState } from './sql-state'

/** What a database was brought to. */
export type MigrationMark = { hash: string; appRole: string }

/** `IF NOT EXISTS` of two at once: the slower one may still stumble over the quicker one's rows of the catalogue. */
const MADE_BY_ANOTHER: ReadonlySet<string> = new Set(['23505', '42P06', '42P07', '42710', 'XX000', '40001'])
const MAX_TRIES = 10
const WAIT_MILLISECONDS = 50

/** Whether the database bears this very mark. */
export async function isMigrated(sql: Sql, mark: MigrationMark): Promise<boolean> {
  const [table] = await sql<
    { name: string | null }[]
  >`select to_regclass('doorstep_migration.mark')::text as name`
  if (!table?.name) return false
  const rows = await sql`
    select from doorstep_migration.mark where id = 1 and hash = ${mark.hash} and app_role = ${mark.appRole}`
  return rows.length > 0
}

/** Runs `work` while this connection holds the lock's row, and leaves the mark when it succeeded. */
export async function withMigrationLock(
  sql: Sql,
  mark: MigrationMark,
  work: () => Promise<void>,
): Promise<void> {
  await makeTable(sql)
  await sql.begin(async (tx) => {
    // However long the work takes, nobody may end this transaction for being idle.
    await tx`set local idle_in_transaction_session_timeout = 0`
    await tx`set local statement_timeout = 0`
    await tx`set local lock_timeout = 0`
    await tx`select from doorstep_migration.mark where id = 1 for update`
    await work()
    await tx`update doorstep_migration.mark set hash = ${mark.hash}, app_role = ${mark.appRole} where id = 1`
  })
}

async function makeTable(sql: Sql): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await sql`create schema if not exists doorstep_migration`
      await sql`create table if not exists doorstep_migration.mark (id integer primary key, hash text not null, app_role text not null)`
      await sql`insert into doorstep_migration.mark (id, hash, app_role) values (1, '', '') on conflict do nothing`
      return
    } catch (error) {
      if (tries === MAX_TRIES || !MADE_BY_ANOTHER.has(sqlState(error) ?? '')) throw error
      await sleep(WAIT_MILLISECONDS)
    }
  }
}
