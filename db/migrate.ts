import { join } from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { openClient } from './client'
import { grantApplicationRole } from './grant-application-role'
import { isMigrated, type MigrationMark, withMigrationLock } from './migration-lock'
import type { Target } from './target'

export type Migration = {
  /** As the role that owns the database. */
  owner: Target
  /** The role that works with the rows. */
  appRole: string
  /** What `npm run db:generate` wrote; the project's own by default. */
  folder?: string
}

const defaultFolder = () => join(/* turbopackIgnore: true */ process.cwd(), 'db/migrations')

/** The newest migration of the folder and the role that may use its tables. */
const markOf = ({ appRole, folder = defaultFolder() }: Migration): MigrationMark => ({
  hash: readMigrationFiles({ migrationsFolder: folder }).at(-1)?.hash ?? '',
  appRole,
})

/**
 * Brings a database to the newest migration and grants the application's role its rights, again and again without harm.
 * Of several instances at once one works and the others wait.
 */
export async function migrate(migration: Migration): Promise<void> {
  const { owner, appRole, folder = defaultFolder() } = migration
  const client = openClient(owner, { max: 1, applicationName: 'doorstep migration' })
  const lock = openClient(owner, { max: 1, applicationName: 'doorstep migration lock' })
  try {
    await withMigrationLock(lock.sql, markOf(migration), async () => {
      await applyMigrations(client.db, { migrationsFolder: folder })
      await grantApplicationRole(client.sql, appRole)
    })
  } finally {
    await Promise.all([client.close(), lock.close()])
  }
}

/** Like {@link migrate}, but done with one query when nothing is left to do. */
export async function migrateWhenBehind(migration: Migration): Promise<void> {
  const client = openClient(migration.owner, { max: 1, applicationName: 'doorstep migration' })
  const upToDate = await isMigrated(client.sql, markOf(migration)).finally(client.close)
  if (!upToDate) await migrate(migration)
}
