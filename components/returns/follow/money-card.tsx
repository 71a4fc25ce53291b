import { HeadlineText } from '@/components/parcel/headline'
import { Icon } from '@/components/ui/icon'
import type { Talk } from '@/lib/i18n/translator'
import { DayRuler } from './day-ruler'
import type { MoneyModel } from './money-model'
import type { MoneyStep } from './money-steps'

const STATION = {
  done: 'bg-link border-link',
  current: 'bg-surface border-link',
  yours: 'bg-surface border-link',
  ahead: 'bg-surface border-edge',
} as const

const ROAD = {
  done: 'border-solid border-link',
  current: 'border-dotted border-edge',
  yours: 'border-dotted border-edge',
  ahead: 'border-dotted border-edge',
} as const

function Step({ step, isLast, talk: { t } }: { step: MoneyStep; isLast: boolean; talk: Talk }) {
  const isAhead = step.state === 'ahead'
  return (
    <li
      aria-current={step.state === 'current' ? 'step' : undefined}
      className="relative grid grid-cols-[2rem_minmax(0,1fr)] pb-6 last:pb-0"
    >
      <span aria-hidden="true" className="relative">
        {isLast ? null : (
          <span className={`absolute start-[.5625rem] top-3 -bottom-9 border-s-3 ${ROAD[step.state]}`} />
        )}
        <span className={`absolute start-0.5 top-1 size-4 rounded-full border-3 ${STATION[step.state]}`} />
      </span>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <p className={isAhead ? 'text-muted' : 'font-semibold'}>
          {step.title}
          <span className="sr-only">, {t(`returned.step.${step.state}`)}</span>
        </p>
        {step.when ? (
          <p className="text-sm text-muted first-letter:uppercase max-sm:w-full">
            <time dateTime={step.when.dateTime}>{step.when.text}</time>
          </p>
        ) : null}
        {step.notes.map((note) => (
          <p key={note} className="w-full text-sm text-muted first-letter:uppercase">
            {note}
          </p>
        ))}
        {step.code ? (
          <p className="mt-2 w-full">
            <span className="block text-sm text-muted">{t('returned.step.creditCode')}</span>
            <span className="display inline-block rounded-brand border-2 border-dashed border-edge px-4 py-2 text-xl tabular-nums sm:text-2xl wrap-anywhere select-all">
              {step.code}
            </span>
          </p>
        ) : null}
      </div>
    </li>
  )
}

/** How the money comes back, told like a parcel: the day first, then every step, those to come included. */
export function MoneyCard({ money, talk }: { money: MoneyModel; talk: Talk }) {
  return (
    <article
      aria-labelledby="money"
      data-part="money"
      data-live="money"
      className="overflow-hidden rounded-brand border border-line bg-surface"
    >
      <div data-tone={money.tone} className="bg-ground p-5 text-words sm:p-8">
        <p className="flex items-center gap-2.5 font-semibold text-mark">
          <Icon name={money.tone} className="size-6" />
          {money.title}
        </p>
        <div className="mt-5 grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)] lg:gap-10">
          <HeadlineText phrase={money.headline} level={2} id="money" />
          {money.text ? <p className="max-w-[46ch] leading-snug lg:self-end">{money.text}</p> : null}
        </div>
        {money.ruler ? <DayRuler ruler={money.ruler} /> : null}
      </div>
      <ol className="border-t border-line p-5 sm:p-8">
        {money.steps.map((step, index) => (
          <Step key={step.key} step={step} isLast={index === money.steps.length - 1} talk={talk} />
        ))}
      </ol>
    </article>
  )
}
