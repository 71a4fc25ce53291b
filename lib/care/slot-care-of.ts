import type { Projection } from '@/lib/parcels/projection'
import { type Status, statusOf } from '@/lib/parcels/status'
import type { SlotCare } from '@/lib/slots/slot-data'
import { isCorrected, problemsOf } from './address-problem'
import type { WishKind } from './wish'

/** States in which somebody can still change where and when a parcel is delivered. */
const WISHABLE: ReadonlySet<Status> = new Set([
  'pending',
  'info_received',
  'in_transit',
  'failed_attempt',
  'exception',
])

/** Whether something may still be wished for: no parcel is announced yet, or one is on its way and on no vehicle. */
export const mayWish = (parcels: readonly { projection: Projection }[]): boolean =>
  parcels.length === 0 ||
  parcels.some(
    ({ projection: { direction, status, final } }) =>
      direction === 'outbound' && !final && WISHABLE.has(statusOf(status)),
  )

type CareFacts = {
  parcels: readonly { id: string; projection: Projection }[]
  care: { fixed: readonly string[] | null; wished: WishKind | null }
  /** The shop told where the order goes. */
  hasAddress: boolean
  hrefs: { address: string; wishes: string }
}

/** What a shopper may correct or wish for on an order's page. */
export function slotCareOf({ parcels, care, hasAddress, hrefs }: CareFacts): SlotCare {
  const problems = problemsOf(parcels)
  const addressCorrected = isCorrected(problems, care.fixed)
  return {
    addressHref: problems.length > 0 && hasAddress && !addressCorrected ? hrefs.address : null,
    addressCorrected,
    wishesHref: mayWish(parcels) ? hrefs.wishes : null,
    wished: care.wished,
  }
}
