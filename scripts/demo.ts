import './load-env-files'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { connect } from '@/db/connect'
import { demoPlan } from '@/db/seed/demo/plan'
import { getContext } from '@/lib/context'
import { env } from '@/lib/env'
import { demoText } from './demo/print'
import { seedDemo } from './demo/seed'
import { explain } from './explain'

const START_TIMEOUT_MS = 60_000
const POLL_MS = 100

function build(): void {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error('the build failed')
}

async function untilHealthy(origin: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error('the server ended before it was ready')
    const answer = await fetch(`${origin}/api/health`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  throw new Error(`the server was not ready after ${START_TIMEOUT_MS / 1000} s`)
}

/** `npm run demo`: builds, starts on loopback, fills three shops through the real doors, prints what to open. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'no-build': { type: 'boolean', default: false } } })
  // Well-known keys: this listens on loopback alone, and may fetch its own pictures from there.
  Object.assign(process.env, { DOORSTEP_DEMO: 'true', DOORSTEP_ALLOW_PRIVATE_NETWORKS: 'true' })
  const { hostname, port } = env()
  if (!values['no-build']) {
    process.stdout.write('Building …\n')
    build()
  }
  const server = spawn(process.execPath, ['--import', 'tsx', 'scripts/serve.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const stop = (signal: NodeJS.Signals) => server.kill(signal)
  process.on('SIGINT', () => stop('SIGINT'))
  process.on('SIGTERM', () => stop('SIGTERM'))
  server.on('exit', (code) => process.exit(code ?? 0))
  // Where the filling fails, nothing is left behind that holds the port and the database.
  process.on('exit', () => server.kill())

  const origin = `http://${hostname}:${port}`
  await untilHealthy(origin, server)
  const now = new Date()
  const plan = demoPlan(now, origin)
  const seeded = await seedDemo(await getContext(), origin, plan)
  await (await connect()).close()
  process.stdout.write(`${demoText(origin, plan, seeded, now)}\nStop with Ctrl+C.\n`)
  await once(server, 'exit')
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
}
