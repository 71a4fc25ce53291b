import type { Locale } from '@/lib/i18n/locales'

/**
 * Where a page stands: on our host below the shop's segment, framed below `/e`, or on the merchant's own host, where the shop's
 * segment is dropped. Links are paths, so that they stay on the host they were opened on.
 */
export type Stand = ({ kind: 'hosted' | 'embedded'; slug: string } | { kind: 'own-host' }) & {
  /** The path that a proxy in front of us strips, e.g. `/orders-app`; every address begins with it. */
  prefix?: string
}

const SEGMENTS = {
  hosted: (slug: string) => `/${slug}`,
  embedded: (slug: string) => `/e/${slug}`,
  'own-host': () => '',
} as const

/** The address of what stands on every host of ours alike: `/api`, `/assets`, `/media`. */
export const onSameHost = ({ prefix = '' }: Stand, path: string): string => `${prefix}${path}`

const rootOf = (stand: Stand): string =>
  onSameHost(stand, SEGMENTS[stand.kind](stand.kind === 'own-host' ? '' : stand.slug))

/** Every shopper address of a shop, as paths. */
export function addressesOf(stand: Stand) {
  const base = (locale: Locale) => `${rootOf(stand)}/${locale}`
  return {
    lookUp: (locale: Locale) => base(locale),
    order: (locale: Locale, token: string) => `${base(locale)}/o/${token}`,
    calendar: (locale: Locale, token: string) => `${base(locale)}/o/${token}/delivery.ics`,
    wallet: (locale: Locale, token: string) => `${base(locale)}/o/${token}/wallet`,
    parcel: (locale: Locale, number: string) => `${base(locale)}/p/${encodeURIComponent(number)}`,
    share: (locale: Locale, name: string) => `${base(locale)}/share/${name}.png`,
    icon: (locale: Locale) => `${base(locale)}/mark.svg`,
  }
}
/** @public */
export type Addresses = ReturnType<typeof addressesOf>

/** Our copy of a shop's picture. */
export const mediaAddress = (slug: string, id: string): string => `/media/${slug}/${id}.webp`
