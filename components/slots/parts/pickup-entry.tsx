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

function LastDay({ pickup: { lastDay, daysLeft }, context }: { pickup: SlotPickup; context: SlotContext }) {
  const { t, when } = context.talk
  if (lastDay === null) return null
  const day = t('parcel.lastDay', { when: when.day(lastDay, context.today, 'plain') })
  return (
    <p className="mt-1">
      {day}
      {daysLeft !== null && daysLeft > 0 ? (
        <>
          {' · '}
          <span className="whitespace-nowrap">{t('parcel.daysLeft', { days: daysLeft })}</span>
        </>
      ) : null}
    </p>
  )
}

/** Where one parcel waits, and what is needed there. */
export function PickupEntry({ pickup, context }: { pickup: SlotPickup; context: SlotContext }) {
  const { t } = context.talk
  const { name, address, hours, code } = pickup
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-4 @lg:grid-cols-2">
      <div className="leading-snug wrap-anywhere">
        {name ? <p className="font-semibold">{name}</p> : null}
        {address ? <address className="not-italic">{address}</address> : null}
        <LastDay pickup={pickup} context={context} />
      </div>
      <dl className="space-y-3 empty:hidden">
        {code ? (
          <Row term={t('slots.pickup.code')}>
            <span
              className="text-2xl font-semibold [letter-spacing:0.1em] tabular-nums select-all"
              translate="no"
            >
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
