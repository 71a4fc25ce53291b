import postgres from 'postgres'
import { sqlState } from '@/db/sql-state'
import type { Address } from './address'
import type { ServerFile } from './server-file'
import { DATABASE, ROLES, serverTarget } from './server-target'

const CONNECT_TIMEOUT_SECONDS = 5
const PLAIN = 'login nosuperuser nobypassrls nocreatedb nocreaterole noreplication'

/** What knocking at a server tells. `away`: nothing listens; `busy`: it starts, recovers or stops; `denied`: it is not ours. */
export type Knock = 'ready' | 'away' | 'busy' | 'denied'

const ANSWERS: Readonly<Record<string, Knock>> = {
  ENOENT: 'away',
  ECONNREFUSED: 'away',
  ECONNRESET: 'busy',
  CONNECTION_CLOSED: 'busy',
  CONNECT_TIMEOUT: 'busy',
  '57P01': 'busy',
  '57P03': 'busy',
  '28P01': 'denied',
  '28000': 'denied',
  SASL_SIGNATURE_MISMATCH: 'denied',
}

/** Logs in and sees to it that the roles and the database are there. */
export async function prepareRoles(address: Address, file: ServerFile): Promise<Knock> {
  const sql = postgres({
    ...serverTarget(address, file, 'superuser', 'postgres'),
    max: 1,
    ssl: false,
    fetch_types: false,
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    connection: { application_name: 'doorstep setup' },
  })
  try {
    const found = await sql<{ name: string }[]>`
      select rolname as name from pg_roles where rolname in (${ROLES.owner}, ${ROLES.app})
      union all select datname from pg_database where datname = ${DATABASE}`
    const missing = (name: string) => !found.some((row) => row.name === name)
    for (const role of ['owner', 'app'] as const)
      if (missing(ROLES[role]))
        await sql.unsafe(`create role ${ROLES[role]} ${PLAIN} password '${file.passwords[role]}'`)
    if (missing(DATABASE)) {
      await sql.unsafe(`create database ${DATABASE} owner ${ROLES.owner}`)
      await sql.unsafe(`revoke all on database ${DATABASE} from public`)
      await sql.unsafe(`grant connect on database ${DATABASE} to ${ROLES.app}`)
    }
    return 'ready'
  } catch (error) {
    const answer = ANSWERS[sqlState(error) ?? '']
    if (answer) return answer
    throw error
  } finally {
    await sql.end({ timeout: 1 })
  }
}
