import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button-link'
import { Icon } from '@/components/ui/icon'
import type { Talk } from '@/lib/i18n/translator'
import { CalendarLink } from './calendar-link'
import { HeadlineText } from './headline'
import { PickupPlace } from './pickup'
import { Progress } from './progress'
import type { ParcelModel } from './view-model'

const SPACE = {
  page: 'mx-auto max-w-6xl px-5 pt-6 pb-8 sm:px-8 sm:pt-10 sm:pb-12',
  card: 'p-5 sm:p-8',
} as const

/** The answer, in the order of need: headline, meaning, what comes next, how fresh it is, how far, and what to do. */
export function ParcelLead({
  parcel,
  level,
  aside,
  talk,
}: {
  parcel: ParcelModel
  level: 1 | 2
  aside: ReactNode
  talk: Talk
}) {
  const { t } = talk
  const size = level === 1 ? 'page' : 'card'
  const { words, freshness } = parcel
  return (
    <div
      data-live={`lead-${parcel.id}`}
      data-part="lead"
      data-tone={parcel.tone}
      data-status={parcel.status}
      data-headline={parcel.headline.kind}
      className="overflow-x-clip bg-ground text-words"
    >
      <div className={SPACE[size]}>
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <p data-part="kicker" className="flex items-center gap-2.5 font-semibold text-mark">
            <Icon name={parcel.tone} className="size-6" />
            {parcel.kicker}
          </p>
          <p className="text-sm text-quiet">{aside}</p>
        </div>
        <div
          className={
            level === 1
              ? 'mt-8 grid grid-cols-1 gap-8 sm:mt-12 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)] lg:gap-14'
              : 'mt-5 grid grid-cols-1 gap-5 lg:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)] lg:gap-10'
          }
        >
          <HeadlineText phrase={parcel.headline} level={level} id={`headline-${parcel.id}`} />
          <div className="max-w-[46ch] space-y-3 lg:self-end">
            <p data-part="meaning" className="text-lg leading-snug text-words">
              {words.meaning}
            </p>
            <p data-part="next" className="leading-snug text-words">
              {words.next}
            </p>
            {parcel.remarks.map((remark) => (
              <p key={remark} data-part="remark" className="flex gap-2.5 leading-snug text-words">
                <Icon name="date" className="mt-px size-5 text-mark" />
                {remark}
              </p>
            ))}
            {parcel.pickup ? <PickupPlace pickup={parcel.pickup} level={level} talk={talk} /> : null}
            {parcel.calendarHref ? <CalendarLink href={parcel.calendarHref} talk={talk} /> : null}
            <p data-part="freshness" className="text-sm text-quiet">
              {freshness.dateTime ? (
                <time dateTime={freshness.dateTime}>{freshness.text}</time>
              ) : (
                freshness.text
              )}
            </p>
          </div>
        </div>
        <div className={level === 1 ? 'mt-8 sm:mt-10' : 'mt-6'}>
          <Progress progress={parcel.progress} size={size} talk={talk} />
        </div>
        <div data-part="action" className="mt-8 flex flex-wrap items-center justify-between gap-x-10 gap-y-5">
          <p className="max-w-[52ch]">
            <span className="block text-sm text-quiet">{t('parcel.action')}</span>
            {words.action}
          </p>
          {parcel.action ? <ButtonLink href={parcel.action.href}>{parcel.action.label}</ButtonLink> : null}
        </div>
      </div>
    </div>
  )
}
