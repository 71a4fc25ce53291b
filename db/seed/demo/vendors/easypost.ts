import type { Moment } from '@/db/seed/demo/calendar'
import { hexId } from './seed-id'
import { newestOf, parts, type Story } from './story'

/** The local clock behind a false `Z`, as EasyPost writes carriers' scans. */
const falseZ = ({ local }: Moment): string => `${local}Z`

/** EasyPost `tracker.updated`; a step's code is `status/status_detail`. */
export function easypostBodies(story: Story, now: Moment): string[] {
  const newest = newestOf(story)
  const [status, detail] = parts(newest.code)
  const before = story.steps.at(-2)
  const promise = story.promise
  return [
    JSON.stringify({
      id: `evt_${hexId(`easypost ${story.number} ${newest.at.utc} ${newest.code}`)}`,
      object: 'Event',
      description: 'tracker.updated',
      mode: 'production',
      previous_attributes: { status: before ? parts(before.code)[0] : 'unknown' },
      created_at: now.utc,
      updated_at: now.utc,
      status: 'pending',
      pending_urls: [],
      completed_urls: [],
      result: {
        id: `trk_${hexId(`easypost ${story.number}`)}`,
        object: 'Tracker',
        mode: 'production',
        tracking_code: story.number,
        status,
        status_detail: detail,
        created_at: story.steps[0]?.at.utc ?? now.utc,
        updated_at: now.utc,
        signed_by: story.signedBy ?? null,
        weight: null,
        est_delivery_date: promise ? `${promise.latest}T00:00:00Z` : null,
        shipment_id: null,
        carrier: story.carrier,
        is_return: false,
        finalized: true,
        carrier_detail: {
          object: 'CarrierDetail',
          service: null,
          est_delivery_date_local: promise?.latest ?? null,
          est_delivery_time_local: promise?.to ? `${promise.to}:00` : null,
        },
        tracking_details: story.steps.map(({ at, code, text, place }) => ({
          object: 'TrackingDetail',
          message: text,
          description: '',
          status: parts(code)[0],
          status_detail: parts(code)[1],
          datetime: falseZ(at),
          source: story.carrier,
          carrier_code: null,
          tracking_location: {
            object: 'TrackingLocation',
            city: place?.city ?? null,
            state: null,
            country: place?.country ?? null,
            zip: place?.postalCode ?? null,
          },
        })),
      },
    }),
  ]
}
