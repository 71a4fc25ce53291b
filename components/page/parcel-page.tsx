import { Help } from '@/components/parcel/help'
import { History } from '@/components/parcel/history'
import { ParcelLead } from '@/components/parcel/lead'
import type { ParcelModel } from '@/components/parcel/view-model'
import { Columns } from './columns'
import { Document } from './document'
import type { Frame } from './frame'

type ParcelPageProps = { frame: Frame; parcel: ParcelModel; json: string; etag: string | null }

/** A parcel by its number alone: the movement, never items, address or order. */
export function ParcelPage({ frame, parcel, json, etag }: ParcelPageProps) {
  const { talk, shop, lookUpHref } = frame
  const { t } = talk
  const reference = t('action.subjectParcel', { number: parcel.number })
  return (
    <Document frame={frame} headline={parcel.headline.text} live={{ json, etag, final: parcel.final }}>
      <ParcelLead parcel={parcel} level={1} aside={reference} talk={talk} />
      <Columns aside={<Help shop={shop} reference={reference} talk={talk} />}>
        <History parcel={parcel} level={2} talk={talk} />
        <p data-part="movement-only" className="max-w-[60ch] text-muted">
          {t('parcel.movementOnly')}{' '}
          <a href={lookUpHref} className="inline-block py-3 text-link underline underline-offset-4">
            {t('parcel.lookUp')}
          </a>
        </p>
      </Columns>
    </Document>
  )
}
