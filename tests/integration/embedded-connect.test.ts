import { rmSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { openClient } from '@/db/client'
import { connect } from '@/db/connect'
import { embeddedServer } from '@/db/embedded/embedded-server'
import { dataDirectories } from '@/tests/support/data-directories'
import { createTestDatabase } from '@/tests/support/database'

const newDirectory = dataDirectories()
const SERVER = { dataDirectory: '/nowhere' }

afterEach(() => {
  globalThis.doorstepConnection = undefined
})

/** A server that has a URL: one that listens on loopback. */
async function serverOverTcp(): Promise<{
  url: (user: string, password: string) => string
  superuser: string
  stop: () => Promise<void>
}> {
  const dataDirectory = `${newDirectory()}/${'a'.repeat(100)}`
  const server = await embeddedServer({ dataDirectory })
  const { host, port, database } = server.target('app')
  const url = (user: string, password: string) => `postgres://${user}:${password}@${host}:${port}/${database}`
  const stop = async () => {
    await server.release()
    rmSync(dataDirectory, { recursive: true, force: true })
  }
  return { url, superuser: url('postgres', server.target('superuser').password), stop }
}

describe('connecting', () => {
  it('starts and migrates the embedded database by itself, once for all callers', async () => {
    const settings = { dataDirectory: newDirectory(), database: null }
    const [one, two] = await Promise.all([connect(settings), connect(settings)])
    expect(one).toBe(two)
    expect(await one.sql`select current_user as role, to_regclass('shops') is not null as migrated`).toEqual([
      { role: 'doorstep_app', migrated: true },
    ])
    await one.close()
  })

  it('starts the embedded database again for the next caller when it ended', async () => {
    const dataDirectory = newDirectory()
    const settings = { dataDirectory, database: null }
    await connect(settings)
    const server = await embeddedServer({ dataDirectory })
    process.kill(server.pid, 'SIGKILL')
    await expect.poll(server.isRunning).toBe(false)
    const again = await connect(settings)
    expect(await again.sql`select 1 as one`).toEqual([{ one: 1 }])
    await again.close()
  })

  it('refuses a superuser, a role that bypasses row security and the owner of the tables, and says what to do', async () => {
    const server = await serverOverTcp()
    const { sql, close } = openClient(server.superuser, { max: 1 })
    await sql`create role careless login bypassrls password 'careless'`
    await sql`create role landlord login password 'landlord'`
    await sql`grant connect on database doorstep to careless, landlord`
    await sql`create table estate (id integer)`
    await sql`alter table estate owner to landlord`
    await close()
    const refusals = [
      [server.superuser, /a superuser/],
      [server.url('careless', 'careless'), /allowed to bypass row-level security/],
      [server.url('landlord', 'landlord'), /an owner of the tables/],
    ] as const
    for (const [url, reason] of refusals) {
      const settings = { ...SERVER, database: { url, migrationUrl: null } }
      await expect(connect(settings)).rejects.toThrow(reason)
      await expect(connect(settings)).rejects.toThrow(/create role doorstep_app/)
    }
    await server.stop()
  })

  it('tells of a server that is away, and asks it again the next time', async () => {
    const settings = {
      ...SERVER,
      database: { url: 'postgres://app:app@127.0.0.1:9/doorstep', migrationUrl: null },
    }
    await expect(connect(settings)).rejects.toThrow(/ECONNREFUSED/)
    await expect(connect(settings)).rejects.toThrow(/ECONNREFUSED/)
  })
})

describe('what comes back', () => {
  it('is a Date for an instant, text for a day, and text for an integer of any size', async () => {
    const { app, drop } = await createTestDatabase()
    const instant = new Date('2026-11-20T09:03:00.123Z')
    const rows = await app.sql`
      select ${instant}::timestamptz as instant, date '2026-11-21' as day, 9007199254740993::bigint as big`
    expect(rows).toEqual([{ instant, day: '2026-11-21', big: '9007199254740993' }])
    await drop()
  })
})

describe('the test databases', () => {
  it('are migrated, apart from each other and without rights beyond the rows', async () => {
    const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()])
    await one.app
      .sql`insert into lookup_shops (slug, key, shop_id) values ('a', 'b', '019a9f5e-0000-7000-8000-000000000001')`
    expect(await two.app.sql`select slug from lookup_shops`).toEqual([])
    await expect(one.app.sql`create table mine (id integer)`).rejects.toThrow(/permission denied/)
    await Promise.all([one.drop(), two.drop()])
  })
})
