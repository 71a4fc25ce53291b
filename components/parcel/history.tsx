import { Heading } from '@/components/ui/heading'
import { Icon } from '@/components/ui/icon'
import type { Talk } from '@/lib/i18n/translator'
import type { HistoryModel, ParcelModel } from './view-model'

const OPEN_ENTRIES = 3

function Entry({ entry, sameDay, talk: { t } }: { entry: HistoryModel; sameDay: boolean; talk: Talk }) {
  const secondary = [entry.title === null ? null : entry.detail, entry.place].filter(Boolean).join(' · ')
  return (
    <li className="grid gap-x-6 border-t border-line py-3 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <p className="text-sm text-muted tabular-nums sm:pt-0.5">
        {entry.when ? (
          <time dateTime={entry.when.dateTime}>
            <span className={sameDay ? 'sm:sr-only' : 'text-text'}>{entry.when.day}</span>
            {entry.when.clock ? (
              <>
                <span className={sameDay ? 'sm:sr-only' : ''}>, </span>
                <span className="whitespace-nowrap">{entry.when.clock}</span>
              </>
            ) : null}
          </time>
        ) : (
          t('history.undated')
        )}
      </p>
      <div>
        <p>{entry.title ?? entry.detail}</p>
        {secondary ? <p className="text-sm text-muted">{secondary}</p> : null}
      </div>
    </li>
  )
}

function Entries({
  entries,
  previous,
  talk,
}: {
  entries: readonly HistoryModel[]
  previous: HistoryModel | undefined
  talk: Talk
}) {
  return (
    <ol>
      {entries.map((entry, index) => {
        const before = index === 0 ? previous : entries[index - 1]
        const sameDay = before?.when !== undefined && before.when?.day === entry.when?.day
        return <Entry key={entry.key} entry={entry} sameDay={sameDay} talk={talk} />
      })}
    </ol>
  )
}

/** Every scan, newest first: the latest open, the earlier behind one line. */
export function History({ parcel, level, talk }: { parcel: ParcelModel; level: 2 | 3; talk: Talk }) {
  const { t } = talk
  const { history, carrier } = parcel
  const earlier = history.slice(OPEN_ENTRIES)
  return (
    <section data-live={`history-${parcel.id}`} data-part="history">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 pb-3">
        <Heading level={level}>{t('history.title')}</Heading>
        <p className="text-sm text-muted">
          {carrier.url ? (
            <a
              href={carrier.url}
              rel="noreferrer"
              className="inline-block py-3 text-link underline underline-offset-4"
            >
              {carrier.name}
            </a>
          ) : (
            carrier.name
          )}{' '}
          <span className="wrap-anywhere tabular-nums select-all">{parcel.number}</span>
        </p>
      </div>
      {history.length === 0 ? (
        <p className="border-t border-line py-3 text-muted">{t('history.empty')}</p>
      ) : null}
      <Entries entries={history.slice(0, OPEN_ENTRIES)} previous={undefined} talk={talk} />
      {earlier.length > 0 ? (
        <details className="group border-t border-line">
          <summary className="flex min-h-12 cursor-pointer list-none items-center gap-2 text-link underline-offset-4 hover:underline">
            <Icon name="more" className="size-5 group-open:rotate-180" />
            {t('history.earlier', { count: earlier.length })}
          </summary>
          <Entries entries={earlier} previous={history[OPEN_ENTRIES - 1]} talk={talk} />
        </details>
      ) : null}
      {history.length > 0 ? (
        <p className="border-t border-line pt-3 text-sm text-muted">{t('history.note')}</p>
      ) : null}
    </section>
  )
}
