import type { TestProject } from 'vitest/node'
import { openClient } from '@/db/client'
import { migrate } from '@/db/migrate'
import type { Target } from '@/db/target'
import { targetOf } from './login-target'
import { chooseTestEngine } from './test-engine'
import { type Login, startTestServer, type TestServer } from './test-server'

/** What every test file is told of the run's server. */
export type ProvidedServer = { superuser: Target; owner: Login; app: Login; template: string }

declare module 'vitest' {
  export interface ProvidedContext {
    database: ProvidedServer
  }
}

let server: TestServer | undefined
let template: string | undefined

/** One server for the run and one migrated database in it, which every test file copies. */
export async function setup(project: TestProject): Promise<void> {
  const engine = chooseTestEngine()
  server = await startTestServer(engine)
  template = `doorstep_template_${Date.now().toString(36)}_${process.pid}`
  const { sql, close } = openClient(server.superuser, { max: 1 })
  try {
    await sql.unsafe(`create database ${template} owner ${server.owner.user}`)
    const [row] = await sql<{ version: string }[]>`select current_setting('server_version') as version`
    console.log(`Database tests run on PostgreSQL ${row?.version} (${engine.kind}).`)
  } finally {
    await close()
  }
  await migrate({ owner: targetOf(server.superuser, template, server.owner), appRole: server.app.user })
  project.provide('database', { superuser: server.superuser, owner: server.owner, app: server.app, template })
}

export async function teardown(): Promise<void> {
  if (!server) return
  const { sql, close } = openClient(server.superuser, { max: 1 })
  try {
    if (template) await sql.unsafe(`drop database if exists ${template} with (force)`)
  } finally {
    await close()
  }
  await server.stop()
}
