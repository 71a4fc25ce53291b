import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Connection, openClient } from '@/db/client'
import { type EmbeddedServer, embeddedServer } from '@/db/embedded/embedded-server'
import { ROLES } from '@/db/embedded/server-target'
import { migrate, migrateWhenBehind } from '@/db/migrate'
import { makeTemporaryDirectory } from '@/tests/support/test-server'
import { writeMigrations } from '@/tests/support/write-migrations'

const directory = makeTemporaryDirectory()
let server: EmbeddedServer
let owner: Connection
let app: Connection

beforeAll(async () => {
  server = await embeddedServer({ dataDirectory: directory })
  owner = openClient(server.target('owner'))
  app = openClient(server.target('app'))
})

afterAll(async () => {
  await Promise.all([owner.close(), app.close()])
  await server.release()
  rmSync(directory, { recursive: true, force: true })
})

const migration = (folder: string) => ({ owner: server.target('owner'), appRole: ROLES.app, folder })

describe('migrations', () => {
  // The pause makes the transactions overlap: without the lock, the second one would create the table once more.
  const slow = 'select pg_sleep(0.3);--> statement-breakpoint\ncreate table parcels (id integer primary key);'

  it('run once when several instances start together', async () => {
    const folder = writeMigrations(join(directory, 'one'), [slow])
    await Promise.all([
      migrate(migration(folder)),
      migrate(migration(folder)),
      migrateWhenBehind(migration(folder)),
    ])
    expect(await owner.sql`select hash from drizzle.__drizzle_migrations`).toHaveLength(1)
  })

  it('let the application’s role use the rows, and change nothing else', async () => {
    await app.sql`insert into parcels (id) values (1)`
    await app.sql`update parcels set id = 2`
    expect(await app.sql`delete from parcels returning id`).toEqual([{ id: 2 }])
    await expect(app.sql`truncate parcels`).rejects.toThrow(/permission denied/)
    await expect(app.sql`alter table parcels add column more text`).rejects.toThrow(/must be owner/)
    await expect(app.sql`create table mine (id integer)`).rejects.toThrow(/permission denied/)
    await expect(app.sql`select from doorstep_migration.mark`).rejects.toThrow(/permission denied/)
    await expect(app.sql`select from drizzle.__drizzle_migrations`).rejects.toThrow(/permission denied/)
  })

  it('apply what is new, and grant it too', async () => {
    const folder = writeMigrations(join(directory, 'two'), [
      slow,
      'create table scans (id integer primary key);',
    ])
    await migrateWhenBehind(migration(folder))
    expect(await app.sql`select id from scans`).toEqual([])
    expect(await owner.sql`select hash from drizzle.__drizzle_migrations`).toHaveLength(2)
  })

  it('ask one question when nothing is new', async () => {
    const folder = join(directory, 'two')
    await owner.sql`revoke select on scans from ${owner.sql(ROLES.app)}`
    await migrateWhenBehind(migration(folder))
    await expect(app.sql`select id from scans`).rejects.toThrow(/permission denied/)
    await migrate(migration(folder))
    expect(await app.sql`select id from scans`).toEqual([])
  })

  it('leave no mark of success when one fails, and let the next one in', async () => {
    const broken = [
      'create table scans (id integer primary key);',
      'create table half (id integer);--> statement-breakpoint\nnonsense;',
    ]
    const folder = writeMigrations(join(directory, 'three'), [slow, ...broken])
    await expect(migrate(migration(folder))).rejects.toThrow(/nonsense/)
    expect(await owner.sql`select to_regclass('half') as half`).toEqual([{ half: null }])
    await migrate(
      migration(writeMigrations(folder, [slow, broken[0] ?? '', 'create table whole (id integer);'])),
    )
    expect(await app.sql`select id from whole`).toEqual([])
  })
})
