import { localised } from '@/lib/i18n/localised'
import { sayAmount } from '@/lib/i18n/say-amount'
import type { Talk } from '@/lib/i18n/translator'
import { amountOf, deductedFrom } from './amounts'
import type { FollowFacts, FollowShop } from './follow-facts'

export type SumLine = { key: string; label: string; amount: string; isTotal: boolean; note: string | null }
export type SumModel = { lines: SumLine[]; note: string }

/** The confirmed sum, with what the check took off it. */
export function sumModel({ back, today }: FollowFacts, shop: FollowShop, talk: Talk): SumModel | null {
  const { t, when } = talk
  const { quote, currency } = back
  const say = (amount: number) => sayAmount(amount, currency, talk)
  const line = (key: string, label: string, amount: number): SumLine[] =>
    amount === 0 ? [] : [{ key, label, amount: say(amount), isTotal: false, note: null }]
  const total = (key: 'refund' | 'credit' | 'pay', amount: number, note: string | null = null): SumLine[] =>
    amount === 0 ? [] : [{ key, label: t(`returned.sum.${key}`), amount: say(amount), isTotal: true, note }]

  const returned = quote.items.filter(({ exchange, outcome }) => !exchange && outcome !== 'repair')
  const paid = returned.reduce((sum, item) => sum + item.paid.amount, 0)
  const pieces = returned.reduce((sum, item) => sum + item.quantity, 0)
  const difference = quote.items.reduce((sum, item) => sum + item.difference, 0)
  const shipping = quote.shipping.reduce((sum, { amount }) => sum + amount, 0)
  const deducted = deductedFrom(back)
  const [refund, credit] = [amountOf(back, 'refund'), amountOf(back, 'credit')]
  const tax = quote.tax > 0 && deducted === 0 ? t('returned.sum.tax', { amount: say(quote.tax) }) : null
  const lines = [
    ...line('items', t('returned.sum.items', { quantity: pieces }), paid),
    ...line('shipping', t('returned.sum.shipping'), shipping),
    ...line('bonus', t('returned.sum.bonus', { shop: shop.name }), quote.bonus),
    // What the shopper pays for the new item is taken off here, what they get back is added.
    ...line('difference', t('returned.sum.difference'), -difference),
    ...quote.charges.flatMap((charge) =>
      line(
        `${charge.kind}-${charge.id}-${charge.item ?? ''}`,
        localised(charge.texts, talk.locale) ?? charge.id,
        -charge.amount,
      ),
    ),
    ...line('deduction', t('returned.sum.deduction'), -deducted),
    ...total('refund', refund, refund > 0 ? tax : null),
    ...total('credit', credit, refund > 0 ? null : tax),
    ...total('pay', quote.pay),
  ]
  if (lines.length === 0) return null
  const confirmed = t('returned.sum.note', {
    when: when.day(when.dayOf(new Date(back.createdAt)), today, 'at'),
  })
  return { lines, note: deducted > 0 ? `${confirmed} ${t('returned.sum.noteChecked')}` : confirmed }
}
