import type { FieldErrors } from '@/components/returns/check-in/check-in-frame'
import type { Talk } from '@/lib/i18n/translator'
import type { Return } from '@/lib/returns/return'
import type { Context } from '@/lib/services/context'
import type { By } from '@/lib/services/returns/begin-change'
import { type ReceiveRefusal, receiveReturn } from '@/lib/services/returns/receive-return'
import type { Shop } from '@/lib/shops/shop'

const field = (key: string) => `quantity-${key}`

function wrong(refusal: ReceiveRefusal, { t }: Talk): FieldErrors {
  switch (refusal.code) {
    case 'too_many':
      return [{ field: field(refusal.key), text: t('checkIn.error.quantity') }]
    case 'pieces_taken':
      return [{ field: 'headline', text: t('checkIn.error.taken') }]
    case 'stale':
      return [{ field: 'headline', text: t('checkIn.error.stale') }]
    default:
      return [{ field: 'headline', text: t('checkIn.error.state') }]
  }
}

/** Notes what the form says is there; answers what is wrong with it, or nothing. */
export async function takeReceive(
  context: Context,
  shop: Shop,
  back: Return,
  by: By,
  fields: URLSearchParams,
  talk: Talk,
): Promise<FieldErrors> {
  const counts = back.items.flatMap(({ key }) => {
    const text = fields.get(field(key))
    return text === null ? [] : [{ key, text: text.trim() }]
  })
  const unreadable = counts.filter(({ text }) => !/^\d{1,4}$/.test(text))
  if (unreadable.length > 0)
    return unreadable.map(({ key }) => ({ field: field(key), text: talk.t('checkIn.error.quantity') }))
  const version = Number(fields.get('version') || Number.NaN)
  const done = await receiveReturn(
    context,
    shop.id,
    { id: back.id },
    { ...by, version: Number.isSafeInteger(version) ? version : back.version },
    {
      items: counts.map(({ key, text }) => ({ key, quantity: Number(text) })),
      complete: fields.get('complete') === '1',
    },
  )
  return done.ok ? [] : wrong(done.error, talk)
}
