import type { Store } from '@/components/slots/settings/stores'
import type { SlotContext } from '@/lib/slots/slot'
import { SlotLink } from './slot-link'

/** Where a shop is, and when it is open. */
export function StoreEntry({ store, context }: { store: Store; context: SlotContext }) {
  const { t } = context.talk
  const { name, address, hours, link } = store
  return (
    <div className="leading-snug wrap-anywhere">
      <p className="font-semibold">{name}</p>
      <address className="not-italic">{address}</address>
      {hours ? (
        <p className="text-muted">
          <span className="sr-only">{t('slots.stores.hours')}: </span>
          {hours}
        </p>
      ) : null}
      {link ? (
        <SlotLink context={context} href={link} to="shop" label={t('slots.stores.linkOf', { store: name })}>
          {t('slots.stores.more')}
        </SlotLink>
      ) : null}
    </div>
  )
}
