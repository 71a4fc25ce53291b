import type { ReactNode } from 'react'
import { Columns } from '@/components/page/columns'
import { Document } from '@/components/page/document'
import type { Frame } from '@/components/page/frame'
import { Help } from '@/components/parcel/help'
import { History } from '@/components/parcel/history'
import { ParcelLead } from '@/components/parcel/lead'
import { FollowLead } from './follow-lead'
import type { FollowModel } from './follow-model'
import { HandIn } from './hand-in'
import { MoneyCard } from './money-card'
import { Reconsider } from './reconsider'
import { ReturnedItems } from './returned-items'
import { Sum } from './sum'

type FollowPageProps = {
  frame: Frame
  follow: FollowModel
  /** The page's own address: an unchanged page is answered without a body. */
  self: string
  etag: string | null
  /** What stands below all of it, once it was sent or settled. */
  slots?: ReactNode
}

/** A return, from the request to the money: what to do, where the parcel is, what was found and what comes of it. */
export function FollowPage({ frame, follow, self, etag, slots = null }: FollowPageProps) {
  const { talk, shop } = frame
  return (
    <Document frame={frame} headline={follow.headline.text} live={{ json: self, etag, final: follow.final }}>
      <FollowLead follow={follow} talk={talk} />
      <Columns
        aside={
          <>
            {follow.sum ? <Sum sum={follow.sum} talk={talk} /> : null}
            <Reconsider follow={follow} talk={talk} />
            <Help shop={shop} reference={follow.number} talk={talk} />
          </>
        }
      >
        <HandIn steps={follow.steps} talk={talk} />
        {follow.money ? <MoneyCard money={follow.money} talk={talk} /> : null}
        <ReturnedItems items={follow.items} talk={talk} />
        {follow.parcels.map(({ parcel, nth }) =>
          nth === null ? (
            <History key={parcel.id} parcel={parcel} level={2} talk={talk} />
          ) : (
            <article
              key={parcel.id}
              aria-labelledby={`headline-${parcel.id}`}
              data-part="parcel"
              className="overflow-hidden rounded-brand border border-line bg-surface"
            >
              <ParcelLead parcel={parcel} level={2} aside={nth} talk={talk} />
              <div className="border-t border-line p-5 sm:p-8">
                <History parcel={parcel} level={3} talk={talk} />
              </div>
            </article>
          ),
        )}
        {slots}
      </Columns>
    </Document>
  )
}
