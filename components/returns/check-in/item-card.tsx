import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import type { Talk } from '@/lib/i18n/translator'
import type { CheckInItemModel } from './check-in-model'

const FRAME =
  'size-24 shrink-0 sm:size-28 overflow-hidden rounded-brand border border-line bg-background text-muted'

/** An item as it lies on the table: its picture, what it is, and why it came back. */
export function ItemCard({
  item,
  children,
  talk: { t },
}: {
  item: CheckInItemModel
  children: ReactNode
  talk: Talk
}) {
  return (
    <article
      id={`item-${item.key}`}
      className="space-y-5 rounded-brand border border-line bg-surface p-3.5 sm:p-6"
      data-part="item"
    >
      <div className="flex gap-4">
        {item.picture ? (
          <img
            src={item.picture.src}
            width={item.picture.width}
            height={item.picture.height}
            alt=""
            className={`${FRAME} object-cover`}
          />
        ) : (
          <span className={`${FRAME} grid place-items-center`}>
            <Icon name="box" className="size-10" />
          </span>
        )}
        <div className="min-w-0 leading-snug wrap-anywhere">
          <h2 className="text-xl font-semibold">{item.title}</h2>
          {item.detail ? <p className="mt-1 text-lg">{item.detail}</p> : null}
          <p className="mt-1 text-lg tabular-nums">{t('parcel.quantity', { quantity: item.quantity })}</p>
        </div>
      </div>
      {item.reason ? <p className="border-s-4 border-edge ps-4 leading-snug">{item.reason}</p> : null}
      {item.photos.length > 0 ? (
        <ul className="flex gap-3 overflow-x-auto">
          {item.photos.map(({ href, width, height }) => (
            <li key={href} className="shrink-0">
              <a href={href} className="block">
                <img
                  src={href}
                  width={width}
                  height={height}
                  alt={t('checkIn.check.shopperPhoto')}
                  loading="lazy"
                  className="h-28 w-auto rounded-brand"
                />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {children}
    </article>
  )
}
