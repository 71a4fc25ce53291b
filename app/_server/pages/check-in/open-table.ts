import { decodeSegment } from '@/app/_server/segment'
import type { CheckInFacts } from '@/components/returns/check-in/check-in-model'
import { findPolicy } from '@/db/queries/read-policy'
import { findReturnByNumber } from '@/db/queries/read-return'
import { withShop } from '@/db/with-shop'
import { sayPhrase } from '@/lib/i18n/say-phrase'
import { dayIn } from '@/lib/returns/add-days'
import { checkInAddress, mediaAddress, onSameHost } from '@/lib/shops/addresses'
import type { CheckIn } from './check-in-handler'

export type TableParams = { return: string }

/** The number as it was scanned or typed. */
export const numberOf = ({ params }: CheckIn<TableParams>): string =>
  decodeSegment(params.return).slice(0, 40)

/** A return as it lies on the table; null where the shop has none of that number. */
export async function openTable(page: CheckIn<TableParams>): Promise<CheckInFacts | null> {
  const { context, shop, stand, frame } = page
  const read = await withShop(context.db, shop.id, async (tx) => {
    const back = await findReturnByNumber(tx, shop.id, numberOf(page))
    return back && { back, policy: await findPolicy(tx, shop.id, back.policyVersion) }
  })
  if (!read) return null
  const { back, policy } = read
  const today = dayIn(context.now(), shop.timeZone)
  return {
    back,
    picture: ({ id, width, height }) => ({
      src: onSameHost(stand, mediaAddress(shop.slug, id)),
      width,
      height,
    }),
    file: (id) => `${onSameHost(stand, checkInAddress(back.number))}/files/${id}`,
    reasonOf: ({ reason, subReason }) => {
      const known = policy?.reasons.find(({ id }) => id === reason)
      const sub = known?.subReasons.find(({ id }) => id === subReason)
      return [known, sub]
        .flatMap((one) => (one ? sayPhrase({ own: one.texts }, frame.talk, { today }) : []))
        .join(', ')
    },
  }
}
