import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { type Connection, openClient } from '@/db/client'
import type { Target } from '@/db/target'
import { targetOf } from './login-target'

/** A migrated, empty database of one test file's own. */
export type TestDatabase = {
  name: string
  /** As the application's role: what the program sees. */
  app: Connection
  /** As the owner of the tables, who obeys row-level security too. */
  owner: Connection
  /** Sees everything; for looking at catalogues and at other shops' rows. */
  superuser: Connection
  targets: { app: Target; owner: Target; superuser: Target }
  /** Closes the connections and drops the database; for `afterAll`. */
  drop: () => Promise<void>
}

const CONNECTIONS = 5

/** Copies the run's migrated database; tens of milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('database')
  const name = `doorstep_test_${randomBytes(6).toString('hex')}`
  const admin = openClient(server.superuser, { max: 1 })
  await admin.sql.unsafe(`create database ${name} template ${server.template} owner ${server.owner.user}`)
  const targets = {
    app: targetOf(server.superuser, name, server.app),
    owner: targetOf(server.superuser, name, server.owner),
    superuser: targetOf(server.superuser, name),
  }
  const app = openClient(targets.app, { max: CONNECTIONS })
  const owner = openClient(targets.owner, { max: CONNECTIONS })
  const superuser = openClient(targets.superuser, { max: CONNECTIONS })
  const drop = async () => {
    await Promise.all([app.close(), owner.close(), superuser.close()])
    await admin.sql.unsafe(`drop database ${name} with (force)`)
    await admin.close()
  }
  return { name, app, owner, superuser, targets, drop }
}
