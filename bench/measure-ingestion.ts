import { and, count, eq, lte } from 'drizzle-orm'
import { workReady } from '@/db/schema'
import type { Context } from '@/lib/services/context'
import { openBaseline } from './baseline'
import type { LoadJob, LoadResult } from './load-worker'
import { requestText } from './request-text'
import { type Rounds, rounds } from './rounds'
import type { Host } from './stage'
import { webhooks } from './webhooks'
import type { Worker } from './worker'

const BUDGET = { rounds: 5, withinMs: 30_000 }
const CONNECTIONS = 16
const DELIVERIES = 300
const WARM_UP = 60
const BASELINE_SECONDS = 2
const DRAIN_MS = 60_000

export type IngestionRates = {
  rates: Rounds<'route' | 'process' | 'baseline'>
  /** Until the 2xx, of the last round. */
  answers: Record<'route' | 'process', LoadResult>
  baseline: string
}

let serial = 0

/** New parcels with one scan and a window each: every delivery writes the same rows. */
function deliveries(length: number, now: Date): string[] {
  const day = now.toISOString().slice(0, 10)
  const parcels = Array.from({ length }, () => ({
    number: `00340434162${String(serial++).padStart(9, '0')}`,
    window: { earliest: day, latest: day },
    scans: [
      {
        at: now.toISOString(),
        status: 'in_transit.arrived',
        text: 'Die Sendung ist im Paketzentrum eingetroffen.',
        city: 'Leipzig',
      },
    ],
  }))
  return webhooks(parcels, now).map((webhook) => requestText({ method: 'POST', ...webhook }))
}

async function untilProcessed(context: Context): Promise<void> {
  const due = and(eq(workReady.kind, 'inbox'), lte(workReady.dueAt, new Date()))
  for (const deadline = Date.now() + DRAIN_MS; Date.now() < deadline; ) {
    const [row] = await context.db.select({ left: count() }).from(workReady).where(due)
    if (row?.left === 0) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`deliveries were left after ${DRAIN_MS / 1000} s`)
}

/** Deliveries a second until every one is projected, by the route and by the process for volume; bare inserts a second. */
export async function measureIngestion(
  context: Context,
  hosts: Record<'route' | 'process', Host>,
  load: Worker<LoadJob, LoadResult>,
): Promise<IngestionRates> {
  const answers: Partial<IngestionRates['answers']> = {}
  const through = async (way: 'route' | 'process', length = DELIVERIES): Promise<number> => {
    const requests = deliveries(length, context.now())
    const started = performance.now()
    const result = await load.ask({
      port: hosts[way].port,
      connections: CONNECTIONS,
      requests,
      until: { count: length },
    })
    if (result.statuses[200] !== length)
      throw new Error(`expected 200 only: ${JSON.stringify(result.statuses)}`)
    await untilProcessed(context)
    answers[way] = result
    return length / ((performance.now() - started) / 1000)
  }
  await through('route', WARM_UP)
  await through('process', WARM_UP)
  const baseline = await openBaseline(context, { connections: CONNECTIONS, seconds: BASELINE_SECONDS })
  const rates = await rounds(BUDGET, {
    route: () => through('route'),
    process: () => through('process'),
    baseline: baseline.rate,
  }).finally(baseline.close)
  const { route, process } = answers
  if (!route || !process) throw new Error('nothing was measured')
  return { rates, answers: { route, process }, baseline: baseline.name }
}
