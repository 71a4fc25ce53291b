import './load-env-files'
import { getContext } from '@/lib/context'
import type { ShopId } from '@/lib/core/ids'
import { logger } from '@/lib/core/logger'
import { env } from '@/lib/env'
import { processInbox } from '@/lib/services/process-inbox'
import { runSweeper } from '@/lib/services/run-sweeper'
import { closeDatabase } from './close-database'
import { explain } from './explain'
import { openServer } from './http/open-server'
import { stopOnSignal } from './http/stop-on-signal'
import { within } from './http/within'
import { ingestListener } from './ingest/listener'
import { createWorkQueue } from './ingest/work-queue'

const DEFAULT_PORT = '3001'
const GRACE_MS = 10_000

/** Most connections stay free for those who wait for their answer; what doesn't fit the queue is the sweeper's. */
const PROCESSING = { concurrency: 4, capacity: 2_000 }

/** `npm run ingest`: takes webhooks beside the server, or in place of its route, without the framework. */
async function main(): Promise<void> {
  process.env.PORT ||= DEFAULT_PORT
  const { hostname, port } = env()
  const queue = createWorkQueue(async ({ shopId, inboxId }: { shopId: ShopId; inboxId: string }) => {
    try {
      await processInbox(await getContext(), shopId, inboxId)
    } catch (error) {
      logger.warn('delivery left to the sweeper', {
        inboxId,
        reason: error instanceof Error ? error.message : String(error),
      })
    }
  }, PROCESSING)
  await getContext()
  const server = await openServer(hostname, port, ingestListener(getContext, queue.push))
  const sweeper = runSweeper(getContext)
  stopOnSignal(async () => {
    const deadline = performance.now() + GRACE_MS
    await server.close(GRACE_MS)
    await within(deadline - performance.now(), Promise.all([queue.stop(), sweeper.stop()]))
    await closeDatabase()
  })
  process.stdout.write(`Doorstep takes webhooks on ${server.url}/api/webhooks/{provider}/{endpoint}.\n`)
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
}
