import './load-env-files'
import { parseArgs } from 'node:util'
import { isDatabaseAway } from '@/db/database-away'
import { getContext } from '@/lib/context'
import { logger } from '@/lib/core/logger'
import { env } from '@/lib/env'
import { closeDatabase } from './close-database'
import { explain } from './explain'
import { openServer } from './http/open-server'
import { ownAnswer } from './http/own-answer'
import { ownHeaders } from './http/own-headers'
import { singleValues } from './http/single-values'
import { soundPath } from './http/sound-path'
import { stopOnSignal } from './http/stop-on-signal'
import { within } from './http/within'

const GRACE_MS = 10_000

/** The server behind `npm start` and, with `--dev`, `npm run dev`. */
async function main(): Promise<void> {
  const { dev } = parseArgs({ options: { dev: { type: 'boolean', default: false } } }).values
  // The framework and React read it when they are loaded.
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' })
  const started = performance.now()
  const { hostname, port } = env()
  const { default: next } = await import('next')
  // Whatever we listen on: under another name the framework sends a rewritten request over the network to itself.
  const app = next({ dev, hostname: 'localhost', port })

  // The port is taken first, so that a second server stops before it touches the database; early requests wait.
  let begin = (): void => undefined
  const ready = new Promise<void>((resolve) => {
    begin = resolve
  })
  const server = await openServer(hostname, port, async (request, response) => {
    try {
      ownHeaders(request)
      singleValues(response)
      request.url = soundPath(request.url ?? '/')
      ownAnswer(response)
      await ready
      await app.getRequestHandler()(request, response)
    } catch (error) {
      logger.error('request failed', { reason: explain(error) })
      if (!response.headersSent) response.writeHead(500)
      response.end()
    }
  })
  stopOnSignal(async () => {
    const deadline = performance.now() + GRACE_MS
    const left = () => deadline - performance.now()
    await server.close(dev ? 0 : GRACE_MS)
    // `after` work of the last answers, then the sweeper's round: both need the database.
    await within(left(), Promise.all([app.close(), globalThis.doorstepSweeper?.stop()]))
    await closeDatabase()
  })
  await warmUp()
  await app.prepare()
  begin()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(`Doorstep is ready on ${server.url} (${seconds} s).\n`)
}

/** Opens the database before the first request; one that is only away now is waited for by those who need it. */
async function warmUp(): Promise<void> {
  try {
    await getContext()
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    logger.warn('the database does not answer yet', {
      reason: error instanceof Error ? error.message : String(error),
    })
  }
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
}
