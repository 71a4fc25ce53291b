import { isDatabaseAway } from '@/db/database-away'
import { readQueue } from '@/db/queries/read-queue'
import { reasonOf } from '@/lib/core/describe-error'
import { logger } from '@/lib/core/logger'
import type { Context } from '@/lib/services/context'
import manifest from '@/package.json'
import { problem } from './problem'

/** A load balancer asks every few seconds and gives up soon. */
const PATIENCE_MS = 3_000

const late = () =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the database took too long')), PATIENCE_MS).unref()
  })

/** Whether this process can do its work: the database, how far the queue is behind, and which version runs. */
export async function health(getContext: () => Promise<Context>): Promise<Response> {
  const started = performance.now()
  const read = async () => {
    const context = await getContext()
    const now = context.now()
    return { now, queue: await readQueue(context.db, now) }
  }
  try {
    const { now, queue } = await Promise.race([read(), late()])
    const age = queue.oldestDueAt ? (now.getTime() - queue.oldestDueAt.getTime()) / 1000 : 0
    return Response.json(
      {
        status: 'ok',
        database: {
          version: queue.databaseVersion,
          latencyMs: Math.round((performance.now() - started) * 10) / 10,
        },
        queue: { due: queue.due, oldestSeconds: Math.max(0, Math.round(age)) },
        version: manifest.version,
      },
      { headers: { 'cache-control': 'no-store' } },
    )
  } catch (error) {
    if (!isDatabaseAway(error)) logger.warn('health check failed', { reason: reasonOf(error) })
    return problem('unavailable', { headers: { 'retry-after': '5' } })
  }
}
