import { Heading } from '@/components/ui/heading'
import { Photo } from '@/components/ui/photo'
import type { Talk } from '@/lib/i18n/translator'
import { CheckResult } from './check-result'
import type { ReturnedItemModel } from './item-model'

/** What goes back, what each is given for, and what the check found of it. */
export function ReturnedItems({ items, talk }: { items: readonly ReturnedItemModel[]; talk: Talk }) {
  const { t } = talk
  return (
    <section data-part="items" data-live="items">
      <Heading level={2}>{t('returned.items.title')}</Heading>
      <ul className="mt-3">
        {items.map((item) => (
          <li key={item.key} id={`item-${item.key}`} className="border-t border-line py-4">
            <div className="flex items-start gap-4">
              <Photo picture={item.picture} />
              <div className="min-w-0 grow leading-snug wrap-anywhere">
                <p className="flex justify-between gap-4 font-semibold">
                  <span>
                    {item.quantity > 1 ? (
                      <span className="tabular-nums">
                        {t('parcel.quantity', { quantity: item.quantity })}{' '}
                      </span>
                    ) : null}
                    {item.title}
                  </span>
                  {item.paid ? (
                    <span className="shrink-0 font-normal whitespace-nowrap tabular-nums">{item.paid}</span>
                  ) : null}
                </p>
                {item.variant ? <p className="text-muted">{item.variant}</p> : null}
                <p className="mt-1">{item.outcome}</p>
                {item.notes.map((note) => (
                  <p key={note} className="text-sm text-muted">
                    {note}
                  </p>
                ))}
                {item.choiceHref ? (
                  <a
                    href={item.choiceHref}
                    className="mt-3 inline-flex min-h-12 items-center rounded-brand border-2 border-edge px-5 font-semibold underline-offset-4 hover:underline print:hidden"
                  >
                    {t('returned.action.choose')}
                  </a>
                ) : null}
                {item.check ? <CheckResult check={item.check} talk={talk} /> : null}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
