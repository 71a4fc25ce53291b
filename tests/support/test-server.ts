import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openClient } from '@/db/client'
import { embeddedServer } from '@/db/embedded/embedded-server'
import { ROLES } from '@/db/embedded/server-target'
import type { LocalTarget, Target } from '@/db/target'
import type { TestEngine } from './test-engine'

/** A login by name and password. */
export type Login = { user: string; password: string }

/** A server for one run of the tests, without databases yet. */
export type TestServer = {
  superuser: Target
  owner: Login
  app: Login
  stop: () => Promise<void>
}

/** Nothing of a test has to outlive the machine. */
const FAST = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' }

const ANY_MODE = 0o711

/** A directory of the test's own, that the server's account can walk through. */
export function makeTemporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'doorstep-test-'))
  chmodSync(directory, ANY_MODE)
  return directory
}

const login = ({ user, password }: LocalTarget): Login => ({ user, password })

/** Starts a server in a temporary directory, or makes roles of this run's own on the one that was named. */
export const startTestServer = (engine: TestEngine): Promise<TestServer> =>
  engine.kind === 'url' ? borrowServer(engine.superuserUrl) : startOwnServer(engine)

async function startOwnServer(engine: Exclude<TestEngine, { kind: 'url' }>): Promise<TestServer> {
  const dataDirectory = makeTemporaryDirectory()
  const programs = engine.kind === 'debian' ? { binaries: engine.binaries } : {}
  const server = await embeddedServer({ dataDirectory, settings: FAST, ...programs })
  return {
    superuser: server.target('superuser', 'postgres'),
    owner: login(server.target('owner')),
    app: login(server.target('app')),
    stop: async () => {
      await server.release()
      rmSync(server.place, { recursive: true, force: true })
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}

async function borrowServer(superuserUrl: string): Promise<TestServer> {
  const run = randomBytes(4).toString('hex')
  const make = (role: string): Login => ({
    user: `${role}_${run}`,
    password: randomBytes(24).toString('hex'),
  })
  const logins = [make(ROLES.owner), make(ROLES.app)] as const
  const { sql, close } = openClient(superuserUrl, { max: 1 })
  for (const { user, password } of logins)
    await sql.unsafe(`create role ${user} login nosuperuser nobypassrls password '${password}'`)
  return {
    superuser: superuserUrl,
    owner: logins[0],
    app: logins[1],
    stop: async () => {
      for (const { user } of logins) await sql.unsafe(`drop role ${user}`)
      await close()
    },
  }
}
