import type { IngestionRates } from './measure-ingestion'
import type { LighthouseFigures } from './measure-lighthouse'
import type { PageRates } from './measure-pages'
import type { Sizes } from './measure-sizes'
import type { Recommendations } from './recommend'
import { rateOf, ratioOf } from './rounds'

const NAME = 44

const row = (name: string, ...cells: string[]): string =>
  `  ${name.padEnd(NAME)}${cells.map((cell) => cell.padStart(16)).join('')}`

const perSecond = (rate: number): string =>
  `${rate >= 1000 ? Math.round(rate).toLocaleString('en') : rate.toPrecision(3)}/s`
const ratio = (value: number): string => (value >= 0.1 ? value.toFixed(2) : value.toFixed(4))
const bytes = (value: number): string => `${value.toLocaleString('en')} B`
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`

export function pagesReport(taken: PageRates): string[] {
  const line = (title: string, name: keyof PageRates[number]) =>
    row(
      title,
      perSecond(rateOf(taken, name)),
      ratio(ratioOf(taken, name, 'static')),
      ratio(ratioOf(taken, name, 'bare')),
    )
  return [
    row(`Pages, medians of ${taken.length} rounds`, 'requests', 'of static page', 'of bare server'),
    line('order page, changed since the last request', 'cold'),
    line('order page, unchanged since then', 'unchanged'),
    line('order JSON, 200', 'json'),
    line('order JSON, 304', 'json304'),
    line('static page of the framework (/_not-found)', 'static'),
    line('bare node:http server, the page’s bytes', 'bare'),
  ]
}

export function ingestionReport({ rates, answers, baseline }: IngestionRates): string[] {
  const line = (title: string, name: 'route' | 'process') =>
    row(
      title,
      perSecond(rateOf(rates, name)),
      ratio(ratioOf(rates, name, 'baseline')),
      ms(answers[name].p50),
      ms(answers[name].p99),
    )
  return [
    row(
      `Ingestion until projected, medians of ${rates.length} rounds`,
      'webhooks',
      'of the inserts',
      '2xx p50',
      '2xx p99',
    ),
    line('the route (npm start)', 'route'),
    line('the process for volume (npm run ingest)', 'process'),
    row(`the same inserts by ${baseline}`, perSecond(rateOf(rates, 'baseline')), ratio(1)),
  ]
}

export function sizesReport({ html, css, islands, sent, requests }: Sizes): string[] {
  const size = (title: string, { raw, brotli }: Sizes['html']) => row(title, bytes(raw), bytes(brotli))
  const { 'item pictures': pictures = 0, ...others } = requests ?? {}
  const total = Object.values(others).reduce((sum, count) => sum + count, 0)
  const kinds = Object.entries(others)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ')
  return [
    row('Sizes of an order page', 'raw', 'brotli', 'promise'),
    row('HTML and CSS together', bytes(html.raw), bytes(html.brotli), '<= 14 KB brotli'),
    size('  of it CSS', css),
    row('islands (JavaScript)', bytes(islands.raw), bytes(islands.brotli), '<= 5 KB brotli'),
    row('sent to a browser', bytes(sent.bytes), sent.encoding),
    requests === null
      ? row('requests', 'no browser here')
      : row('requests without item pictures', String(total), '', '<= 6'),
    ...(requests === null ? [] : [`    ${kinds}; ${pictures} item pictures`]),
  ]
}

export function lighthouseReport({ version, runs, scores, metrics, flagged }: LighthouseFigures): string[] {
  return [
    row(`Lighthouse ${version}, mobile, medians of ${runs} runs`, 'measured', 'promise'),
    row('performance', String(scores.performance), '>= 99'),
    row('accessibility', String(scores.accessibility), '100'),
    row('best practices', String(scores['best-practices']), '100'),
    row('largest contentful paint', ms(metrics['largest-contentful-paint']), '<= 1,200 ms'),
    row('first contentful paint', ms(metrics['first-contentful-paint'])),
    row('total blocking time', ms(metrics['total-blocking-time'])),
    row('cumulative layout shift', metrics['cumulative-layout-shift'].toFixed(3), '0'),
    ...(flagged.length > 0
      ? ['  asks for:', ...flagged.map((what) => `    ${what}`)]
      : ['  asks for nothing']),
  ]
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

export function recommendationsReport({
  from,
  counted,
  trials,
  hits,
  why,
  countedInMs,
  medianMs,
}: Recommendations): string[] {
  const line = (title: string, share: number) => row(title, percent(share), ratio(share / hits.bestSellers))
  const shares = Object.entries(why).map(([name, share]) => `${name} ${percent(share)}`)
  return [
    row(
      `Recommendations, ${trials.toLocaleString('en')} products left out`,
      'hit rate at 3',
      'of best sellers',
    ),
    line('what goes with the rest of the order', hits.recommended),
    line('best sellers', hits.bestSellers),
    `    ${from}`,
    `    recommended for: ${shares.join(', ')}`,
    `    ${counted.toLocaleString('en')} orders counted in ${ms(countedInMs)}; a recommendation takes ${ms(medianMs)} (median, one connection)`,
  ]
}
