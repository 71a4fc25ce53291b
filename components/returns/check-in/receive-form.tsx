import type { Talk } from '@/lib/i18n/translator'
import { BigButton } from './big-button'
import { BigField } from './big-field'
import type { BoxModel, CheckInItemModel } from './check-in-model'
import { ItemCard } from './item-card'
import { Tiles } from './tiles'

/** More than these are typed. */
const MOST_TILES = 7

function Quantity({
  item,
  isIn,
  error,
  talk: { t },
}: {
  item: CheckInItemModel
  isIn: boolean
  error: string | undefined
  talk: Talk
}) {
  const name = `quantity-${item.key}`
  // What should be there usually is.
  const present = isIn || item.received > 0 ? item.received : item.quantity
  const legend = t('checkIn.receive.quantity')
  if (item.quantity > MOST_TILES)
    return (
      <BigField
        id={name}
        name={name}
        label={legend}
        hint={t('checkIn.receive.of', { quantity: item.quantity })}
        value={String(present)}
        inputMode="numeric"
        error={error}
      />
    )
  const tiles = Array.from({ length: item.quantity + 1 }, (_, number) => ({
    value: String(number),
    label: String(number),
    checked: number === present,
  }))
  return <Tiles legend={legend} name={name} id={name} tiles={tiles} error={error} columns={4} />
}

/** Notes what of a box is there. */
export function ReceiveForm({
  box,
  action,
  version,
  errorOf,
  talk,
}: {
  box: BoxModel
  action: string
  version: number
  errorOf: (field: string) => string | undefined
  talk: Talk
}) {
  const { t } = talk
  return (
    <form method="post" action={action} noValidate className="space-y-5" data-part="receive-form">
      <input type="hidden" name="version" value={version} />
      {box.items.map((item) => (
        <ItemCard key={item.key} item={item} talk={talk}>
          <Quantity item={item} isIn={box.isIn} error={errorOf(`quantity-${item.key}`)} talk={talk} />
        </ItemCard>
      ))}
      <label className="flex min-h-16 cursor-pointer items-center gap-4 rounded-brand border-3 border-edge px-5 py-3">
        <input type="checkbox" name="complete" value="1" className="size-8 shrink-0" />
        <span className="leading-snug">
          <span className="block text-lg font-semibold">{t('checkIn.receive.complete')}</span>
          <span className="block text-muted">{t('checkIn.receive.completeHint')}</span>
        </span>
      </label>
      <BigButton name="do" value="receive">
        {t('checkIn.receive.submit')}
      </BigButton>
    </form>
  )
}
