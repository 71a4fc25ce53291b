import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { getContext } from '@/lib/context'
import { closeDatabase } from '@/scripts/close-database'
import { explain } from '@/scripts/explain'
import { fill } from './fill'
import { generateBaskets } from './generate-baskets'
import type { LoadJob, LoadResult } from './load-worker'
import { machine } from './machine'
import { measureIngestion } from './measure-ingestion'
import { measureLighthouse } from './measure-lighthouse'
import { measurePages } from './measure-pages'
import { measureSizes } from './measure-sizes'
import { openBrowser } from './open-browser'
import { measureRecommendations } from './recommend'
import { recommendAlone } from './recommend-alone'
import { ingestionReport, lighthouseReport, pagesReport, recommendationsReport, sizesReport } from './report'
import { openStage, type Stage } from './stage'
import { startWorker } from './worker'

/** A machine that is too busy for figures gets none. */
const LIMIT_MS = 260_000

const GENERATED = { products: 1500, orders: 15_000, seed: 1 }

const print = (lines: string[]) => process.stdout.write(`\n${lines.join('\n')}\n`)

function build(): void {
  process.stdout.write('Building …\n')
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error('the build failed')
}

async function measure({ page, ingest }: Stage): Promise<void> {
  const context = await getContext()
  const filled = await fill(context, page.origin)
  const health: { database: { version: string } } = await (await fetch(`${page.origin}/api/health`)).json()
  print([
    machine(),
    `PostgreSQL ${health.database.version}, embedded, durable commits; load, servers and database share the machine, over loopback.`,
    'Ratios are taken within one round each, so that what drifts meets both sides alike.',
  ])
  const load = startWorker<LoadJob, LoadResult>('./load-worker.ts')
  try {
    print(pagesReport(await measurePages(context, page, filled, load)))
    print(ingestionReport(await measureIngestion(context, { route: page, process: ingest }, load)))
  } finally {
    load.stop()
  }
  print(recommendationsReport(await measureRecommendations(context, generateBaskets(GENERATED))))
  const open = await openBrowser()
  const browser = typeof open === 'string' ? null : open.browser
  try {
    print(sizesReport(await measureSizes(page.origin, filled.showcase, browser)))
    if (typeof open === 'string') print(['Lighthouse was left out:', `  ${open}`])
    else print(lighthouseReport(await measureLighthouse(`${page.origin}${filled.showcase}`, open.port)))
  } finally {
    await browser?.close()
  }
}

/**
 * `npm run bench`: figures, printed and never asserted; `--no-build` takes the build that is there, `--baskets orders.csv` measures
 * recommendations on that file alone.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { 'no-build': { type: 'boolean', default: false }, baskets: { type: 'string' } },
  })
  if (values.baskets) {
    print([machine(), ...(await recommendAlone(values.baskets))])
    return
  }
  if (!values['no-build']) build()
  const stage = await openStage()
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`stopped after ${LIMIT_MS / 1000} s`)), LIMIT_MS)
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => reject(new Error(`stopped by ${signal}`)))
  })
  try {
    await Promise.race([measure(stage), limit])
  } finally {
    clearTimeout(timer)
    await closeDatabase()
    await stage.close()
  }
}

try {
  await main()
  process.exit(0)
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
}
