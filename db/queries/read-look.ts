import { sql } from 'drizzle-orm'
import type { ShopTx } from '@/db/with-shop'
import type { CareKind } from '@/lib/care/care-kind'
import type { VoucherRule } from '@/lib/care/voucher-rule'
import type { ShopId } from '@/lib/core/ids'

/** What looking after a parcel has to know besides the parcel. */
type Look = {
  /** The shop's zone. */
  timeZone: string
  rules: VoucherRule[]
  open: { id: string; kind: CareKind; occurrence: string }[]
}

/** The shop's zone and rules, and what is open about one parcel. */
export async function readLook(tx: ShopTx, shopId: ShopId, shipmentId: string): Promise<Look> {
  const [look] = await tx.execute<Look>(sql`
    select s.settings ->> 'timeZone' as "timeZone",
      (select coalesce(json_agg(r.rule), '[]') from voucher_rules r where r.shop_id = ${shopId}) as rules,
      (
        select coalesce(json_agg(json_build_object('id', c.id, 'kind', c.kind, 'occurrence', c.occurrence)), '[]')
        from care_cases c
        where c.shop_id = ${shopId} and c.subject = ${shipmentId} and c.closed_at is null
      ) as open
    from shops s
    where s.shop_id = ${shopId}
  `)
  if (!look) throw new Error(`shop ${shopId} is gone`)
  return look
}
