import { CalendarLink } from '@/components/parcel/calendar-link'
import { HeadlineText } from '@/components/parcel/headline'
import { ButtonLink } from '@/components/ui/button-link'
import { Icon } from '@/components/ui/icon'
import type { Talk } from '@/lib/i18n/translator'
import type { FollowModel } from './follow-model'
import { Labels } from './labels'
import { Way } from './way'

/** The answer, in the order of need: what it is about, the means to do it, what comes next, and how far it is. */
export function FollowLead({ follow, talk }: { follow: FollowModel; talk: Talk }) {
  const { words } = follow
  return (
    <div
      data-live="lead"
      data-part="lead"
      data-tone={follow.tone}
      data-stage={follow.stage}
      className="overflow-x-clip bg-ground text-words"
    >
      <div className="mx-auto max-w-6xl px-5 pt-6 pb-8 sm:px-8 sm:pt-10 sm:pb-12">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <p data-part="kicker" className="flex items-center gap-2.5 font-semibold text-mark">
            <Icon name={follow.tone} className="size-6" />
            {follow.kicker}
          </p>
          <p className="text-sm text-quiet">
            <span className="font-semibold whitespace-nowrap">{follow.number}</span>
            <span aria-hidden="true">{' · '}</span>
            <span>{follow.asked}</span>
          </p>
        </div>
        <div className="mt-8 grid grid-cols-1 gap-8 sm:mt-12 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)] lg:gap-14">
          <HeadlineText phrase={follow.headline} level={1} id="headline" />
          <div className="max-w-[46ch] space-y-4 lg:self-end">
            <p data-part="meaning" className="text-lg leading-snug text-words">
              {words.meaning}
            </p>
            {words.remarks.map((remark) => (
              <p key={remark} data-part="remark" className="border-s-4 border-mark ps-4 leading-snug">
                {remark}
              </p>
            ))}
            {follow.ticket ? (
              <p className="rounded-brand border-3 border-dashed border-mark px-5 py-4">
                <span className="block text-sm text-quiet">{talk.t('returned.label.ticket')}</span>
                <span className="display block text-[clamp(2rem,10vw,3rem)] tabular-nums select-all">
                  {follow.ticket}
                </span>
              </p>
            ) : null}
            <Labels labels={follow.labels} talk={talk} />
            {follow.action ? <ButtonLink href={follow.action.href}>{follow.action.label}</ButtonLink> : null}
            <p data-part="next" className="leading-snug text-words">
              {words.next}
            </p>
            {follow.calendarHref ? <CalendarLink href={follow.calendarHref} talk={talk} /> : null}
          </div>
        </div>
        <div className="mt-8 sm:mt-10">
          <Way way={follow.way} talk={talk} />
        </div>
      </div>
    </div>
  )
}
