import { Heading } from '@/components/ui/heading'
import { Photo } from '@/components/ui/photo'
import type { Talk } from '@/lib/i18n/translator'
import type { ItemModel } from './view-model'

/** What is in a parcel. */
export function Items({
  items,
  title,
  level,
  talk: { t },
}: {
  items: readonly ItemModel[]
  title: string
  level: 2 | 3
  talk: Talk
}) {
  if (items.length === 0) return null
  return (
    <section data-part="items">
      <Heading level={level}>{title}</Heading>
      <ul className="mt-3 grid grid-cols-1 gap-4 sm:grid-cols-2">
        {items.map((item) => (
          <li key={item.id} className="flex items-center gap-4">
            <Photo picture={item.picture} />
            <div className="min-w-0 leading-snug wrap-anywhere">
              <p className="font-semibold">
                {item.quantity > 1 ? (
                  <span className="tabular-nums">{t('parcel.quantity', { quantity: item.quantity })} </span>
                ) : null}
                {item.url ? (
                  <a
                    href={item.url}
                    rel="noreferrer"
                    className="-my-3 inline-block py-3 underline decoration-line decoration-2 underline-offset-4 hover:decoration-link"
                  >
                    {item.title}
                  </a>
                ) : (
                  item.title
                )}
              </p>
              {item.variant ? <p className="text-muted">{item.variant}</p> : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
