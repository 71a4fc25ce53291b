import type { ShopId } from '@/lib/core/ids'
import type { Projection } from '@/lib/parcels/projection'
import type { TestDatabase } from './database'

export type Effects = {
  inbox: { state: string; attempts: number; error: string | null }[]
  /** Pieces of work that wait to be done at once; what an order holds and a parcel's clock wait for their time. */
  waiting: number
  scans: number
  statements: number
  shipments: {
    carrier: string
    number: string
    generation: number
    version: number
    projection: Projection
  }[]
  /** The keys under which the outside may be told, once each. */
  outbox: string[]
  /** Those that are really told: the parcel stood there when it became known. */
  told: string[]
}

/** Everything that deliveries left behind in a shop, without what names the run (ids, times of ours). */
export async function effectsOf({ superuser: { sql } }: TestDatabase, shopId: ShopId): Promise<Effects> {
  const [row] = await sql<Effects[]>`
    select
      (select coalesce(json_agg(json_build_object('state', state, 'attempts', attempts, 'error', error) order by id), '[]')
        from inbox where shop_id = ${shopId}) as inbox,
      (select count(*)::int from work_ready where shop_id = ${shopId} and kind not in ('basket', 'care')) as waiting,
      (select count(*)::int from scans where shop_id = ${shopId}) as scans,
      (select count(*)::int from statements where shop_id = ${shopId}) as statements,
      (select coalesce(json_agg(json_build_object('carrier', carrier, 'number', number_key, 'generation', generation,
          'version', projection_version, 'projection', projection) order by number_key, carrier, generation), '[]')
        from shipments where shop_id = ${shopId}) as shipments,
      (select coalesce(json_agg(concat_ws('/', s.number_key, o.subject_type, o.milestone, o.occurrence, o.channel, o.target)
          order by s.number_key, o.milestone, o.occurrence), '[]')
        from outbox o join shipments s on s.shop_id = o.shop_id and s.id = o.subject where o.shop_id = ${shopId}) as outbox,
      (select coalesce(json_agg(concat_ws('/', milestone, occurrence) order by milestone, occurrence), '[]')
        from outbox where shop_id = ${shopId} and state = 'due') as told`
  if (!row) throw new Error('an aggregate returned no row')
  return row
}
