import type { ReactNode } from 'react'
import type { OrderJson } from '@/lib/client/json'
import { LOCALE_TABLE } from '@/lib/i18n/locales'
import { Items } from './items'
import { Parcel } from './parcel'
import type { Level } from './title'

export type OrderProps = {
  order: OrderJson
  /** The level of each parcel's headline in the page; 2 when left out. */
  level?: Level
  className?: string
  /** Shown above the items while no parcel is on its way. */
  empty?: ReactNode
}

/** Every parcel of an order, and what is in none yet. */
export function Order({ order, level = 2, className, empty }: OrderProps) {
  const { parcels, unshipped, locale } = order
  return (
    <section data-doorstep="" data-part="order" lang={LOCALE_TABLE[locale].html} className={className}>
      {parcels.map((parcel) => (
        <Parcel key={`${parcel.carrier} ${parcel.number}`} parcel={parcel} locale={locale} level={level} />
      ))}
      {parcels.length === 0 ? empty : null}
      <Items items={unshipped} label={parcels[0]?.words.labels.rest ?? null} level={level} />
    </section>
  )
}
