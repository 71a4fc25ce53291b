import type { ParcelJson } from '@/lib/client/json'
import { dayText } from './day-text'
import { Title } from './title'

type PickupProps = { parcel: ParcelJson; locale: string; level: number }

/** Where a parcel waits, and until when. */
export function Pickup({ parcel: { pickup, status, words }, locale, level }: PickupProps) {
  if (!pickup || !status.startsWith('available_for_pickup')) return null
  return (
    <div data-part="pickup">
      <Title level={level} part="label">
        {words.labels.pickup}
      </Title>
      {pickup.name ? <p data-part="pickup-name">{pickup.name}</p> : null}
      {pickup.address ? <p>{pickup.address}</p> : null}
      {pickup.lastDay ? <time dateTime={pickup.lastDay}>{dayText(pickup.lastDay, locale)}</time> : null}
    </div>
  )
}
