import type { DraftItemView, DraftView } from '@/lib/returns/draft-view'
import type { ItemHeadModel } from './item-head'
import type { Voice } from './voice'

/** An item as a question about it begins. */
export const itemHead = ({ item, line }: DraftItemView, { talk: { t }, picture }: Voice): ItemHeadModel => ({
  title: line.title,
  variant: line.variant,
  picture: picture(line.media),
  pieces: item.quantity > 1 ? t('returns.pieces', { count: item.quantity }) : null,
})

/** The item that a field is about, by the key at the end of its name. */
export function titleOfField(
  { items, orders }: Pick<DraftView, 'items' | 'orders'>,
  field: string,
): string | null {
  const key = field.split('-')[1]
  const item = items.find(({ item: { key: known } }) => known === key)
  if (item) return item.line.title
  const line = orders
    .flatMap(({ lines }) => lines)
    .find(({ orderId, id }) => field.endsWith(`${orderId}-${encodeURIComponent(id)}`))
  return line?.title ?? null
}
