import type { Moment } from '@/db/seed/demo/calendar'
import { newestOf, parts, type Step, type Story } from './story'

const DESCRIPTIONS: Record<string, string> = {
  NY: 'Not Yet In System',
  AC: 'Accepted',
  IT: 'In Transit',
  AT: 'Delivery Attempt',
  SP: 'Delivered To Collection Location',
  EX: 'Exception',
  DE: 'Delivered',
}

const zoned = ({ local, offset }: Moment): string => `${local}${offset}`

const codesOf = (step: Step) => {
  const [status, detail] = parts(step.code)
  return {
    status_code: status,
    status_description: DESCRIPTIONS[status] ?? null,
    status_detail_code: detail || null,
    status_detail_description: null,
    carrier_detail_code: null,
    carrier_status_code: null,
    carrier_status_description: step.text,
  }
}

/** ShipEngine `API_TRACK`, newest scan first; a step's code is `STATUS/DETAIL`. */
export function shipengineBodies(story: Story): string[] {
  const newest = newestOf(story)
  return [
    JSON.stringify({
      resource_url: `https://api.shipengine.com/v1/tracking?carrier_code=${story.carrier}&tracking_number=${story.number}`,
      resource_type: 'API_TRACK',
      data: {
        label_url: null,
        tracking_number: story.number,
        tracking_url: null,
        ...codesOf(newest),
        carrier_code: story.carrier,
        ship_date: story.steps[0]?.at.utc ?? null,
        estimated_delivery_date: story.promise ? `${story.promise.latest}T00:00:00` : null,
        actual_delivery_date: newest.code.startsWith('DE') ? zoned(newest.at) : null,
        exception_description: null,
        events: story.steps.toReversed().map((step) => ({
          occurred_at: step.at.utc,
          carrier_occurred_at: zoned(step.at),
          description: step.text,
          city_locality: step.place?.city ?? '',
          state_province: '',
          postal_code: step.place?.postalCode ?? '',
          country_code: step.place?.country ?? '',
          company_name: null,
          signer: step === newest ? (story.signedBy ?? '') : '',
          event_code: null,
          ...codesOf(step),
          proof_of_delivery_url: null,
          latitude: null,
          longitude: null,
        })),
      },
    }),
  ]
}
