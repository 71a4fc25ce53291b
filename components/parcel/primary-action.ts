import type { Talk } from '@/lib/i18n/translator'
import type { ActionModel, HelpfulShop, ParcelFacts } from './view-model'

/** How to reach the shop about a parcel: by mail with a subject, else by chat, else by phone; null when it names no way. */
function contactHref(help: HelpfulShop['help'], subject: string): string | null {
  if (help.email) return `mailto:${help.email}?subject=${encodeURIComponent(subject)}`
  if (help.chatUrl) return help.chatUrl
  return help.phone ? `tel:${help.phone.replace(/[^+\d]/g, '')}` : null
}

/** The one button of a state; null where there is nothing to do or no way to do it. */
export function primaryAction(
  facts: ParcelFacts,
  { name, help }: HelpfulShop,
  { t }: Talk,
): ActionModel | null {
  const { view, order, number, carrierName: carrier, carrierUrl, addressHref } = facts
  const reference =
    order === null ? t('action.subjectParcel', { number }) : t('action.subjectOrder', { order })
  const link = (label: string, href: string | null): ActionModel | null =>
    href === null ? null : { label, href }
  const contactShop = link(t('action.contact_shop', { shop: name }), contactHref(help, reference))
  const place = [view.pickup?.name, view.pickup?.address].filter(Boolean).join(', ')

  const actions = {
    none: () => null,
    contact_shop: () => contactShop,
    contact_carrier: () => link(t('action.contact_carrier', { carrier }), carrierUrl) ?? contactShop,
    follow_at_carrier: () => link(t('action.follow_at_carrier', { carrier }), carrierUrl),
    collect: () =>
      view.pickup?.address
        ? link(t('action.collect'), `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`)
        : link(t('action.follow_at_carrier', { carrier }), carrierUrl),
    check_address: () =>
      link(
        t('action.check_address'),
        addressHref === undefined
          ? contactHref(help, t('action.subjectAddress', { reference }))
          : addressHref,
      ),
  } satisfies Record<typeof view.action, () => ActionModel | null>
  return actions[view.action]()
}
