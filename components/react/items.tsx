import type { ItemJson } from '@/lib/client/json'
import { Title } from './title'

const SIDE = 72

/** What is in a parcel, or not yet in one. */
export function Items({
  items,
  label,
  level,
}: {
  items: readonly ItemJson[]
  label: string | null
  level: number
}) {
  if (items.length === 0) return null
  return (
    <div data-part="items">
      {label ? (
        <Title level={level} part="label">
          {label}
        </Title>
      ) : null}
      <ul>
        {items.map(({ title, variant, quantity, image }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an order may hold the same item twice, and lines have no other name here.
          <li key={index} data-part="item">
            {image ? (
              <img src={image} alt="" width={SIDE} height={SIDE} loading="lazy" decoding="async" />
            ) : null}
            <p data-part="item-title">
              {quantity > 1 ? `${quantity} × ` : ''}
              {title}
              {variant ? <span data-part="variant"> {variant}</span> : null}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
