import { Photo } from '@/components/ui/photo'
import type { Talk } from '@/lib/i18n/translator'
import type { ReturnedItemModel } from './item-model'

/** Which item it is about. */
export function ItemName({ item, talk: { t } }: { item: ReturnedItemModel; talk: Talk }) {
  return (
    <div className="flex items-center gap-4">
      <Photo picture={item.picture} />
      <div className="min-w-0 leading-snug wrap-anywhere">
        <p className="font-semibold">
          {item.quantity > 1 ? (
            <span className="tabular-nums">{t('parcel.quantity', { quantity: item.quantity })} </span>
          ) : null}
          {item.title}
        </p>
        {item.variant ? <p className="text-muted">{item.variant}</p> : null}
      </div>
    </div>
  )
}
