import type { ReactNode } from 'react'
import type { SlotContext } from '@/lib/slots/slot'
import type { SlotPickup } from '@/lib/slots/slot-data'

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{term}</dt>
      <dd className="leading-snug wrap-anywhere">{children}</dd>
    </div>
  )
}

const lastDayOf = ({ lastDay, daysLeft }: SlotPickup, { talk: { t, when }, today }: SlotContext) =>
  lastDay === null
    ? null
    : [
        t('parcel.lastDay', { when: when.day(lastDay, today, 'plain') }),
        daysLeft !== null && daysLeft > 0 ? t('parcel.daysLeft', { days: daysLeft }) : null,
      ]
        .filter(Boolean)
        .join(' · ')

/** Where one parcel waits, and what is needed there. */
export function PickupEntry({ pickup, context }: { pickup: SlotPickup; context: SlotContext }) {
  const { t } = context.talk
  const { name, address, hours, code } = pickup
  const lastDay = lastDayOf(pickup, context)
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-4 @lg:grid-cols-2">
      <div className="leading-snug wrap-anywhere">
        {name ? <p className="font-semibold">{name}</p> : null}
        {address ? <address className="not-italic">{address}</address> : null}
        {lastDay ? <p className="mt-1">{lastDay}</p> : null}
      </div>
      <dl className="space-y-3 empty:hidden">
        {code ? (
          <Row term={t('slots.pickup.code')}>
            <span className="text-2xl font-semibold tracking-widest tabular-nums select-all" translate="no">
              {code}
            </span>
          </Row>
        ) : null}
        {hours.length > 0 ? (
          <Row term={t('slots.pickup.hours')}>
            {hours.map((line) => (
              <span key={line} className="block tabular-nums">
                {line}
              </span>
            ))}
          </Row>
        ) : null}
      </dl>
    </div>
  )
}
