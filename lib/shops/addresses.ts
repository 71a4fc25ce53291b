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

/** The steps of a return, in their order; `order` adds another order to it. */
export const DRAFT_STEPS = ['items', 'reasons', 'outcomes', 'method', 'review', 'order'] as const
export type DraftStep = (typeof DRAFT_STEPS)[number]

export type ReturnPart = 'cancel' | 'method' | 'contest' | 'choice' | 'last-day.ics'

/** Every shopper address of a shop, as paths. */
export function addressesOf(stand: Stand) {
  const base = (locale: Locale) => `${rootOf(stand)}/${locale}`
  return {
    lookUp: (locale: Locale) => base(locale),
    order: (locale: Locale, token: string) => `${base(locale)}/o/${token}`,
    calendar: (locale: Locale, token: string) => `${base(locale)}/o/${token}/delivery.ics`,
    wallet: (locale: Locale, token: string) => `${base(locale)}/o/${token}/wallet`,
    /** Where a wrong address is corrected; and where something is wished for the delivery. */
    address: (locale: Locale, token: string) => `${base(locale)}/o/${token}/address`,
    wishes: (locale: Locale, token: string) => `${base(locale)}/o/${token}/wishes`,
    /** Takes how it was. */
    feedback: (locale: Locale, token: string) => `${base(locale)}/o/${token}/feedback`,
    parcel: (locale: Locale, number: string) => `${base(locale)}/p/${encodeURIComponent(number)}`,
    share: (locale: Locale, name: string) => `${base(locale)}/share/${name}.png`,
    icon: (locale: Locale) => `${base(locale)}/mark.svg`,
    /** Finds an order to return from; takes an order's number, an e-mail address or a gift's code. */
    returns: (locale: Locale) => `${base(locale)}/returns`,
    /** The same for an order whose link is known: nothing is asked twice. */
    returnsOf: (locale: Locale, orderToken: string) => `${base(locale)}/returns/o/${orderToken}`,
    /** A step of what is being chosen. */
    draft: (locale: Locale, draftToken: string, step: DraftStep) =>
      `${base(locale)}/returns/d/${draftToken}/${step}`,
    draftFile: (locale: Locale, draftToken: string, file: string) =>
      `${base(locale)}/returns/d/${draftToken}/files/${file}`,
    /** A return that was sent, and what hangs below it. */
    return: (locale: Locale, token: string, number: string) => `${base(locale)}/returns/${token}/${number}`,
    returnPart: (locale: Locale, token: string, number: string, part: ReturnPart) =>
      `${base(locale)}/returns/${token}/${number}/${part}`,
    returnFile: (locale: Locale, token: string, number: string, file: string) =>
      `${base(locale)}/returns/${token}/${number}/files/${file}`,
    /** What somebody wants to be told; opened by an order's link or a recipient's own. */
    preferences: (locale: Locale, token: string) => `${base(locale)}/preferences/${token}`,
    /** Ends mails of one purpose, or all advertising. */
    stop: (locale: Locale, token: string, purpose: string | null) =>
      `${base(locale)}/preferences/${token}/stop${purpose === null ? '' : `?purpose=${purpose}`}`,
    /** Asks for the newsletter; and confirms that it was meant. */
    newsletter: (locale: Locale) => `${base(locale)}/newsletter`,
    confirm: (locale: Locale, token: string) => `${base(locale)}/confirm/${token}`,
    /** Leads from a slot to the shop's own pages. */
    go: (locale: Locale, slot: string) => `${base(locale)}/go/${encodeURIComponent(slot)}`,
    label: (locale: Locale, token: string, number: string, box: number, form: 'a4' | 'a6') =>
      `${base(locale)}/returns/${token}/${number}/label/${box}/${form}.pdf`,
    labelCode: (locale: Locale, token: string, number: string, box: number, form: 'png' | 'svg') =>
      `${base(locale)}/returns/${token}/${number}/label/${box}/code.${form}`,
  }
}
/** @public */
export type Addresses = ReturnType<typeof addressesOf>

/** Where a warehouse checks a return in: what a label's code leads to. */
export const checkInAddress = (number: string): string => `/r/${encodeURIComponent(number)}`

/** Our copy of a shop's picture. */
export const mediaAddress = (slug: string, id: string): string => `/media/${slug}/${id}.webp`
