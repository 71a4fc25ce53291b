import { execFile } from 'node:child_process'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { embeddedServer } from '@/db/embedded/embedded-server'
import { workReady } from '@/db/schema'
import type { LocalTarget } from '@/db/target'
import { env } from '@/lib/env'
import type { Context } from '@/lib/services/context'
import { baselineScript, FAR_AHEAD } from './baseline-script'
import { versionOf } from './machine'

const run = promisify(execFile)

const DEBIAN = '/usr/lib/postgresql'

type Load = { connections: number; seconds: number }

export type Baseline = { name: string; rate: () => Promise<number>; close: () => Promise<void> }

/** On the PATH, or where Debian keeps it. */
async function findPgbench(): Promise<{ program: string; version: string } | null> {
  const versions = await readdir(DEBIAN).catch(() => [])
  for (const program of ['pgbench', ...versions.map((version) => join(DEBIAN, version, 'bin/pgbench'))]) {
    const version = versionOf(program)
    if (version) return { program, version }
  }
  return null
}

async function byPgbench(
  program: string,
  target: LocalTarget,
  file: string,
  { connections, seconds }: Load,
): Promise<number> {
  const { host, port, user, password, database } = target
  const where = ['-h', host, '-p', String(port), '-U', user]
  const how = [
    '-n',
    '-M',
    'prepared',
    '-f',
    file,
    '-c',
    String(connections),
    '-j',
    '1',
    '-T',
    String(seconds),
  ]
  const { stdout } = await run(program, [...where, ...how, database], {
    env: { ...process.env, PGPASSWORD: password },
  })
  const rate = /^tps = ([\d.]+)/m.exec(stdout)?.[1]
  if (rate === undefined) throw new Error(`pgbench named no rate:\n${stdout}`)
  return Number(rate)
}

/** The same statements one by one through the driver that Doorstep uses. */
async function byDriver(sql: postgres.Sql, script: string, { connections, seconds }: Load): Promise<number> {
  const statements = script.split('\n').filter((line) => !line.startsWith('\\'))
  const started = performance.now()
  let done = 0
  const go = async () => {
    const own = await sql.reserve()
    while (performance.now() - started < seconds * 1000) {
      const n = String(Math.floor(Math.random() * 2 ** 48))
      for (const statement of statements) await own.unsafe(statement.replaceAll(':n::', `${n}::`))
      done++
    }
    own.release()
  }
  await Promise.all(Array.from({ length: connections }, go))
  return done / ((performance.now() - started) / 1000)
}

/** The inserts of a delivery and nothing else, as the application's role: by pgbench, else through postgres.js. */
export async function openBaseline(context: Context, load: Load): Promise<Baseline> {
  const server = await embeddedServer({ dataDirectory: env().dataDirectory })
  const target = server.target('app')
  const script = await baselineScript(context)
  const close = async () => {
    await context.db.delete(workReady).where(eq(workReady.dueAt, new Date(FAR_AHEAD)))
    await server.release()
  }
  const pgbench = await findPgbench()
  if (!pgbench) {
    const sql = postgres({ ...target, max: load.connections, onnotice: () => {} })
    const closeAll = async () => {
      await sql.end()
      await close()
    }
    return { name: 'postgres.js (no pgbench here)', rate: () => byDriver(sql, script, load), close: closeAll }
  }
  const file = join(tmpdir(), `doorstep-bench-${process.pid}.sql`)
  await writeFile(file, script)
  return {
    name: `pgbench ${/\d+\.\d+/.exec(pgbench.version)?.[0] ?? ''}`,
    rate: () => byPgbench(pgbench.program, target, file, load),
    close: async () => {
      await rm(file, { force: true })
      await close()
    },
  }
}
