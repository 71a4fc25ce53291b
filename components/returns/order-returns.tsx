import { Heading } from '@/components/ui/heading'
import type { Talk } from '@/lib/i18n/translator'
import type { ReturnState } from '@/lib/returns/vocabulary'

/** A return of an order; `href` is null where the link that opened the order may only look. */
export type OrderReturnModel = { number: string; state: ReturnState; href: string | null }

/** Which returns of an order there are, and where each stands. */
export function OrderReturns({ returns, talk: { t } }: { returns: readonly OrderReturnModel[]; talk: Talk }) {
  if (returns.length === 0) return null
  return (
    <section data-part="returns" data-live="returns">
      <Heading level={2}>{t('returned.order.title')}</Heading>
      <ul className="mt-1">
        {returns.map(({ number, state, href }) => (
          <li
            key={number}
            className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 border-t border-line first:border-t-0"
          >
            {href ? (
              <a
                href={href}
                className="inline-flex min-h-12 items-center text-link tabular-nums underline underline-offset-4"
              >
                {t('returned.number', { number })}
              </a>
            ) : (
              <span className="tabular-nums">{t('returned.number', { number })}</span>
            )}
            <span className="text-muted">{t(`checkIn.states.${state}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
