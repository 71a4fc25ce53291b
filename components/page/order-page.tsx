import type { ReactNode } from 'react'
import { PreferencesLink } from '@/components/consent/preferences-link'
import { Address } from '@/components/parcel/address'
import { HeadlineText } from '@/components/parcel/headline'
import { Help } from '@/components/parcel/help'
import { History } from '@/components/parcel/history'
import { Items } from '@/components/parcel/items'
import { ParcelLead } from '@/components/parcel/lead'
import { ReturnLink } from '@/components/parcel/return-link'
import type { ParcelModel } from '@/components/parcel/view-model'
import { WalletLink } from '@/components/parcel/wallet-link'
import { type OrderReturnModel, OrderReturns } from '@/components/returns/order-returns'
import type { Talk } from '@/lib/i18n/translator'
import type { JsonLd } from '@/lib/orders/json-ld'
import type { PlacementId } from '@/lib/slots/placement'
import { Columns } from './columns'
import { Document } from './document'
import type { Frame } from './frame'
import { JsonLdBlock } from './json-ld'
import type { OrderModel } from './order-model'

type OrderPageProps = {
  frame: Frame
  order: OrderModel
  json: string
  etag: string | null
  data?: JsonLd | null
  walletHref?: string | null
  /** Where something of it goes back; null: nothing has arrived yet. */
  returnsHref?: string | null
  /** What somebody may be sent and shown. */
  preferencesHref?: string | null
  returns?: readonly OrderReturnModel[]
  /** What stands in each place; never before the answer. */
  slots?: Partial<Record<PlacementId, ReactNode>>
}

function ParcelCard({
  parcel,
  index,
  total,
  talk,
}: {
  parcel: ParcelModel
  index: number
  total: number
  talk: Talk
}) {
  const { t } = talk
  return (
    <article
      aria-labelledby={`headline-${parcel.id}`}
      data-part="parcel"
      className="overflow-hidden rounded-brand border border-line bg-surface"
    >
      <ParcelLead parcel={parcel} level={2} aside={t('parcel.nth', { index, total })} talk={talk} />
      <div className="space-y-8 border-t border-line p-5 sm:p-8">
        <Items items={parcel.items} title={t('parcel.items')} level={3} talk={talk} />
        <History parcel={parcel} level={3} talk={talk} />
      </div>
    </article>
  )
}

function Reference({ order, talk: { t } }: { order: OrderModel; talk: Talk }) {
  return (
    <>
      <span className="font-semibold">{t('parcel.order', { order: order.number })}</span>
      <span aria-hidden="true" className="max-sm:hidden">
        {' · '}
      </span>
      <span className="max-sm:block">{order.placed}</span>
    </>
  )
}

/** Over several parcels, or before the first: the count, then one card each. */
function OrderLead({ order, talk }: { order: OrderModel; talk: Talk }) {
  return (
    <div data-live="lead" data-part="lead" className="bg-ground text-words">
      <div className="mx-auto max-w-6xl px-5 pt-6 pb-10 sm:px-8 sm:pt-10 sm:pb-14">
        <p className="text-sm text-quiet">
          <Reference order={order} talk={talk} />
        </p>
        <div className="mt-8 grid grid-cols-1 gap-6 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)] lg:items-end lg:gap-14">
          <HeadlineText phrase={order.headline} level={1} id="headline" />
          <p data-part="meaning" className="max-w-[46ch] text-lg leading-snug">
            {order.meaning}
          </p>
        </div>
      </div>
    </div>
  )
}

/** The order: one parcel speaks for the page, several have a card each. */
export function OrderPage({
  frame,
  order,
  json,
  etag,
  data = null,
  walletHref = null,
  returnsHref = null,
  preferencesHref = null,
  returns = [],
  slots = {},
}: OrderPageProps) {
  const { talk, shop } = frame
  const { t } = talk
  const [first] = order.parcels
  const only = order.parcels.length === 1 ? first : undefined
  const restTitle =
    order.parcels.length === 0 ? t('parcel.order', { order: order.number }) : t('parcel.restItems')
  return (
    <Document frame={frame} headline={order.headline.text} live={{ json, etag, final: order.final }}>
      {only ? (
        <ParcelLead parcel={only} level={1} aside={<Reference order={order} talk={talk} />} talk={talk} />
      ) : (
        <OrderLead order={order} talk={talk} />
      )}
      <Columns
        aside={
          <>
            {order.address ? <Address address={order.address} talk={talk} /> : null}
            <Help shop={shop} reference={t('parcel.order', { order: order.number })} talk={talk} />
            {walletHref ? <WalletLink href={walletHref} talk={talk} /> : null}
            {preferencesHref ? <PreferencesLink href={preferencesHref} talk={talk} /> : null}
            {slots.aside}
          </>
        }
      >
        {slots['under-status']}
        {only ? (
          <>
            <Items items={only.items} title={t('parcel.items')} level={2} talk={talk} />
            {slots['under-items']}
            <History parcel={only} level={2} talk={talk} />
          </>
        ) : (
          <div data-live="parcels" className="space-y-8 empty:hidden">
            {order.parcels.map((parcel, index) => (
              <ParcelCard
                key={parcel.id}
                parcel={parcel}
                index={index + 1}
                total={order.parcels.length}
                talk={talk}
              />
            ))}
          </div>
        )}
        <Items items={order.restItems} title={restTitle} level={2} talk={talk} />
        {only ? null : slots['under-items']}
        <OrderReturns returns={returns} talk={talk} />
        {returnsHref ? <ReturnLink href={returnsHref} talk={talk} /> : null}
        {slots['after-history']}
      </Columns>
      {data ? <JsonLdBlock data={data} /> : null}
    </Document>
  )
}
