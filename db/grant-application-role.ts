import type { Sql } from 'postgres'

/** Lets the application's role work with the rows of every table, present and future, and with nothing else. */
export async function grantApplicationRole(sql: Sql, appRole: string): Promise<void> {
  const role = sql(appRole)
  await sql`grant usage on schema public to ${role}`
  await sql`grant select, insert, update, delete on all tables in schema public to ${role}`
  await sql`alter default privileges in schema public grant select, insert, update, delete on tables to ${role}`
}
