import { Heading } from '@/components/ui/heading'
import type { Talk } from '@/lib/i18n/translator'
import type { SumModel } from './sum-model'

/** What it comes to, line by line. */
export function Sum({ sum, talk: { t } }: { sum: SumModel; talk: Talk }) {
  return (
    <section data-part="sum" data-live="sum">
      <Heading level={2}>{t('returned.sum.title')}</Heading>
      <dl className="mt-3">
        {sum.lines.map(({ key, label, amount, isTotal, note }) => (
          <div
            key={key}
            className={`flex justify-between gap-6 border-line py-2 ${isTotal ? 'mt-1 border-t-3 pt-3 text-xl font-semibold' : 'border-t'}`}
          >
            <dt className="min-w-0 wrap-anywhere">
              {label}
              {note ? <span className="block text-sm font-normal text-muted">{note}</span> : null}
            </dt>
            <dd className="shrink-0 whitespace-nowrap tabular-nums">{amount}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-sm text-muted">{sum.note}</p>
    </section>
  )
}
