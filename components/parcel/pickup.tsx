import type { Talk } from '@/lib/i18n/translator'
import type { PickupModel } from './view-model'

/** Where to collect a parcel, and until when. */
export function PickupPlace({
  pickup,
  level,
  talk: { t },
}: {
  pickup: PickupModel
  level: 1 | 2
  talk: Talk
}) {
  const Title = `h${level === 1 ? 2 : 3}` as const
  const deadline = [pickup.lastDay, pickup.daysLeft].filter(Boolean).join(' · ')
  return (
    <div
      data-part="pickup"
      data-urgent={pickup.urgent || undefined}
      data-tone={pickup.urgent ? 'warn' : undefined}
      className={`border-s-4 border-mark ps-4 ${pickup.urgent ? 'rounded-brand bg-ground py-2 text-words' : ''}`}
    >
      <Title className="text-sm text-quiet">{t('parcel.pickup')}</Title>
      {pickup.name ? <p className="font-semibold">{pickup.name}</p> : null}
      {pickup.address ? <p>{pickup.address}</p> : null}
      {pickup.hours.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {deadline ? <p className="font-semibold">{deadline}</p> : null}
    </div>
  )
}
