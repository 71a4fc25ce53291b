import { and, eq, like, sql } from 'drizzle-orm'
import { findShopIdBySlug } from '@/db/queries/find-shop'
import { orders } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { Context } from '@/lib/services/context'
import type { BareJob } from './bare-worker'
import type { Filled } from './fill'
import type { LoadJob, LoadResult } from './load-worker'
import { requestText } from './request-text'
import { type Rounds, rounds } from './rounds'
import type { Host } from './stage'
import { startWorker, type Worker } from './worker'

const BUDGET = { rounds: 5, withinMs: 30_000 }
const ONCE = { rounds: 1, withinMs: 0 }
const CONNECTIONS = 8
const TAGGED = 24

/** The framework's own prerendered page for addresses that don't exist: HTML, no data, no code of ours. */
const STATIC_PAGE = '/_not-found'

export type PageRates = Rounds<'bare' | 'static' | 'cold' | 'unchanged' | 'json' | 'json304'>

/** Every order of the benchmark gets a new version, as after a webhook: no kept page of it is right any more. */
async function touch(context: Context): Promise<void> {
  const shopId = await findShopIdBySlug(context.db, 'alpenglueck')
  if (!shopId) throw new Error('the demo shop is gone')
  await withShop(context.db, shopId, (tx) =>
    tx
      .update(orders)
      .set({ version: sql`${orders.version} + 1` })
      .where(and(eq(orders.shopId, shopId), like(orders.number, 'B-%'))),
  )
}

async function copyOf(origin: string, path: string): Promise<BareJob> {
  const answer = await fetch(`${origin}${path}`, { headers: { 'accept-encoding': 'identity' } })
  const dropped = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !dropped.has(name)))
  return { headers, body: Buffer.from(await answer.arrayBuffer()).toString('base64') }
}

async function tagged(origin: string, paths: readonly string[]): Promise<string[]> {
  const requests: string[] = []
  for (const path of paths) {
    const answer = await fetch(`${origin}${path}`)
    await answer.arrayBuffer()
    requests.push(requestText({ path, headers: { 'if-none-match': answer.headers.get('etag') ?? '' } }))
  }
  return requests
}

/** Requests a second of the order page and its JSON, and of what they are compared with. */
export async function measurePages(
  context: Context,
  { port, origin }: Host,
  { pages, jsons }: Filled,
  load: Worker<LoadJob, LoadResult>,
): Promise<PageRates> {
  const bare = startWorker<BareJob, number>('./bare-worker.ts')
  const barePort = await bare.ask(await copyOf(origin, pages[0] ?? ''))
  const rate = async (
    at: number,
    requests: string[],
    until: LoadJob['until'],
    status: number,
  ): Promise<number> => {
    const result = await load.ask({ port: at, connections: CONNECTIONS, requests, until })
    const good = result.statuses[status] ?? 0
    if (good !== result.requests)
      throw new Error(`expected ${status} only: ${JSON.stringify(result.statuses)}`)
    return result.requests / result.seconds
  }
  const each = (paths: readonly string[]) => paths.map((path) => requestText({ path }))
  const measures = {
    bare: () => rate(barePort, each(['/']), { seconds: 1 }, 200),
    static: () => rate(port, each([STATIC_PAGE]), { seconds: 1.5 }, 404),
    cold: async () => {
      await touch(context)
      return rate(port, each(pages), { count: pages.length }, 200)
    },
    unchanged: () => rate(port, each(pages), { seconds: 1.5 }, 200),
    json: () => rate(port, each(jsons), { seconds: 1.5 }, 200),
    json304: async () => rate(port, await tagged(origin, jsons.slice(0, TAGGED)), { seconds: 1.5 }, 304),
  }
  try {
    // Once unmeasured: what is slow only the first time is no page's speed.
    await rounds(ONCE, measures)
    return await rounds(BUDGET, measures)
  } finally {
    bare.stop()
  }
}
