import type { Moment } from '@/db/seed/demo/calendar'
import { hexId } from './seed-id'
import { newestOf, parts, type Step, type Story } from './story'

/** The local clock behind a false `Z`, as Shippo writes carriers' scans. */
const falseZ = ({ local }: Moment): string => `${local}Z`

/** Shippo `track_updated`; a step's code is `STATUS/substatus`. */
export function shippoBodies(story: Story, now: Moment): string[] {
  const newest = newestOf(story)
  const seen = now.utc.replace('Z', '.214Z')
  const scan = (step: Step) => {
    const [status, substatus] = parts(step.code)
    const place = step.place
    return {
      object_created: seen,
      object_updated: seen,
      object_id: hexId(`shippo ${story.number} ${step.at.utc} ${step.code}`),
      status,
      substatus: substatus
        ? {
            code: substatus,
            text: substatus.replaceAll('_', ' '),
            action_required: step === newest && (story.actionRequired ?? false),
          }
        : null,
      status_details: step.text,
      status_date: falseZ(step.at),
      location: place
        ? { city: place.city, state: '', zip: place.postalCode ?? '', country: place.country }
        : null,
    }
  }
  return [
    JSON.stringify({
      event: 'track_updated',
      test: false,
      data: {
        carrier: story.carrier,
        tracking_number: story.number,
        address_from: { city: 'Pantin', state: '', zip: '93500', country: 'FR' },
        address_to: null,
        eta: story.promise ? `${story.promise.latest}T00:00:00Z` : null,
        original_eta: story.promise ? `${story.promise.earliest}T00:00:00Z` : null,
        servicelevel: { token: `${story.carrier}_home`, name: null, terms: null },
        metadata: story.order,
        tracking_status: scan(newest),
        tracking_history: story.steps.map(scan),
        transaction: null,
        messages: [],
      },
    }),
  ]
}
