import lighthouse from 'lighthouse'
import { median } from './median'

const RUNS = 5
/** On a busy machine fewer runs: none is begun after this. */
const WITHIN_MS = 60_000
const MAX_BROKEN = 3
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
const METRICS = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'speed-index',
] as const

type Score = (typeof CATEGORIES)[number]
type Metric = (typeof METRICS)[number]

export type LighthouseFigures = {
  version: string
  runs: number
  /** 0 to 100, medians. */
  scores: Record<Score, number>
  /** Milliseconds, layout shift without a unit; medians. */
  metrics: Record<Metric, number>
  /** Audits of these categories that ask for a change, `id: what`. */
  flagged: string[]
}

const listed = <K extends string>(keys: readonly K[], value: (key: K) => number): Record<K, number> => {
  const all: Partial<Record<K, number>> = {}
  for (const key of keys) all[key] = value(key)
  const whole = (some: Partial<Record<K, number>>): some is Record<K, number> =>
    keys.every((key) => key in some)
  if (!whole(all)) throw new Error('a figure is missing')
  return all
}

/** One run; null where the browser's own record of it broke. */
async function once(url: string, port: number) {
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'silent',
    onlyCategories: [...CATEGORIES],
  })
  return !result || result.lhr.runtimeError ? null : result.lhr
}

/** Lighthouse's mobile preset on one page, medians of five; `port` is a browser's remote debugging port. */
export async function measureLighthouse(url: string, port: number): Promise<LighthouseFigures> {
  const runs: NonNullable<Awaited<ReturnType<typeof once>>>[] = []
  let broken = 0
  const started = performance.now()
  while (runs.length === 0 || (runs.length < RUNS && performance.now() - started < WITHIN_MS)) {
    const run = await once(url, port)
    if (run) runs.push(run)
    else if (++broken > MAX_BROKEN) throw new Error(`Lighthouse could not record ${url}`)
  }
  const flagged = new Set(
    runs.flatMap((lhr) =>
      CATEGORIES.flatMap((category) =>
        (lhr.categories[category]?.auditRefs ?? []).flatMap(({ id, group }) => {
          const audit = lhr.audits[id]
          const asks = audit && audit.score !== null && audit.score < 0.9 && group !== 'hidden'
          return asks ? [`${id}: ${audit.displayValue ?? audit.title}`] : []
        }),
      ),
    ),
  )
  return {
    version: runs[0]?.lighthouseVersion ?? '',
    runs: runs.length,
    scores: listed(CATEGORIES, (id) =>
      median(runs.map((lhr) => (lhr.categories[id]?.score ?? Number.NaN) * 100)),
    ),
    metrics: listed(METRICS, (id) => median(runs.map((lhr) => lhr.audits[id]?.numericValue ?? Number.NaN))),
    flagged: [...flagged],
  }
}
