import { carrierLink } from '@/lib/carriers/links'

/**
 * Carriers that let a recipient change a delivery on the parcel's own page, each with where it says so. A carrier that isn't here
 * may do it too, by a link in its own mail: those can't be made by anybody else.
 */
const SOURCES = {
  dhl: 'https://www.dhl.de/de/privatkunden/pakete-empfangen/an-einem-abholort-empfangen/paketumleitung.html',
  ups: 'https://www.ups.com/at/de/help-center/sri/tracking/change-delivery.page',
  fedex:
    'https://www.fedex.com/en-be/customer-support/faq/receiving/delivery-options-fedex/reschedule-fedex-delivery.html',
  usps: 'https://link.usps.com/2015/10/26/delivering-assurances/',
} as const satisfies Record<string, string>

/** The carrier's own page on which this parcel's delivery can be changed; null where none is known. */
export const carrierWishes = (carrier: string, number: string): string | null =>
  Object.hasOwn(SOURCES, carrier) ? carrierLink(carrier, number) : null
