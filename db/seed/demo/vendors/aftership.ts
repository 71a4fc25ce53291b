import type { Moment } from '@/db/seed/demo/calendar'
import { hexId, uuidOf } from './seed-id'
import { ALPHA_3, newestOf, type Promised, type Story } from './story'

const tagOf = (subtag: string): string => subtag.split('_')[0] ?? subtag

const zoned = ({ local, offset }: Moment): string => `${local}${offset}`

const promiseOf = ({ earliest, latest, from, to }: Promised) => ({
  type: 'specific',
  source: 'carrier',
  datetime: from ? `${earliest}T${from}:00` : latest,
  datetime_min: from ? `${earliest}T${from}:00` : earliest,
  datetime_max: to ? `${latest}T${to}:00` : latest,
})

/** AfterShip `tracking_update`, names of 2026-07; a step's code is a sub-tag (`InTransit_003`). */
export function aftershipBodies(story: Story, now: Moment): string[] {
  const newest = newestOf(story)
  const first = story.steps[0] ?? newest
  const seed = `aftership ${story.number} ${newest.at.utc} ${newest.code}`
  return [
    JSON.stringify({
      event: 'tracking_update',
      event_id: uuidOf(seed),
      is_tracking_first_tag: true,
      msg: {
        id: hexId(`aftership ${story.number}`),
        tracking_number: story.number,
        slug: story.carrier,
        title: story.order,
        order_number: story.order,
        tag: tagOf(newest.code),
        subtag: newest.code,
        subtag_message: newest.text,
        created_at: first.at.utc.replace('Z', '+00:00'),
        updated_at: now.utc.replace('Z', '+00:00'),
        courier_estimated_delivery_date: story.promise ? promiseOf(story.promise) : null,
        signed_by: story.signedBy ?? null,
        return_to_sender: false,
        checkpoints: story.steps.map(({ at, code, text, place }) => ({
          checkpoint_time: zoned(at),
          message: text,
          slug: story.carrier,
          tag: tagOf(code),
          subtag: code,
          location: place?.city ?? null,
          city: place?.city ?? null,
          state: null,
          postal_code: place?.postalCode ?? null,
          country_region: place ? ALPHA_3[place.country] : null,
          hash: hexId(`${seed} ${at.utc} ${code}`),
          events: [],
        })),
      },
      ts: Math.floor(Date.parse(now.utc) / 1000),
    }),
  ]
}
