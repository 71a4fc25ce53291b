import './load-env-files'
import { checkApplicationRole } from '@/db/check-application-role'
import { openClient } from '@/db/client'
import { connect } from '@/db/connect'
import { migrate } from '@/db/migrate'
import { env } from '@/lib/env'

/** Brings the database to the newest migration: a server's under MIGRATION_DATABASE_URL, or the embedded one. */
async function main(): Promise<string> {
  const { database, dataDirectory } = env()
  if (!database) {
    await (await connect()).close()
    return `The embedded database in ${dataDirectory} is up to date.`
  }
  if (!database.migrationUrl)
    throw new Error(
      'MIGRATION_DATABASE_URL is missing: the owner of the database makes the tables, the role in DATABASE_URL only uses them.',
    )
  const app = openClient(database.url, { max: 1, applicationName: 'doorstep migration' })
  try {
    const [row] = await app.sql<{ role: string }[]>`select current_user as role`
    await migrate({ owner: database.migrationUrl, appRole: row?.role ?? '' })
    await checkApplicationRole(app.sql)
    return `The database is up to date, and the role «${row?.role}» may use it.`
  } finally {
    await app.close()
  }
}

try {
  console.log(await main())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
