import { Heading } from '@/components/ui/heading'
import type { SumModel } from './review-model'

/** The sum line by line, and below the line what comes out. */
export function Sum({ sum, title }: { sum: SumModel; title: string }) {
  return (
    <section data-part="sum">
      <Heading level={2}>{title}</Heading>
      <dl className="mt-3">
        {sum.lines.map(({ key, label, amount, tone }) => (
          <div
            key={key}
            className={`flex items-baseline justify-between gap-6 ${tone === 'quiet' ? 'pb-1.5 ps-4 text-sm text-muted' : 'pt-2.5 pb-1.5'}`}
          >
            <dt className="min-w-0 leading-snug wrap-anywhere">{label}</dt>
            <dd className="shrink-0 tabular-nums">{amount}</dd>
          </div>
        ))}
      </dl>
      <dl className="mt-3 border-t-3 border-text pt-3">
        {sum.totals.map(({ label, amount }) => (
          <div key={label} className="flex flex-wrap items-baseline justify-between gap-x-6">
            <dt className="text-lg font-semibold">{label}</dt>
            <dd className="display text-3xl tabular-nums sm:text-4xl">{amount}</dd>
          </div>
        ))}
      </dl>
      {sum.tax ? <p className="mt-2 text-sm text-muted">{sum.tax}</p> : null}
    </section>
  )
}
