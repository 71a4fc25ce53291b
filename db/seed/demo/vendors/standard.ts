import type { Moment } from '@/db/seed/demo/calendar'
import type { Story } from './story'

/** Our own documented body; a step's code is a canonical `status.sub`. */
export function standardBodies(story: Story, now: Moment): string[] {
  return [
    JSON.stringify({
      type: 'parcel.updated',
      timestamp: now.utc,
      data: {
        carrier: story.carrier,
        number: story.number,
        scans: story.steps.map(({ at, code, text, place }) => ({
          at: `${at.local}${at.offset}`,
          status: code,
          text,
          ...(place && {
            place: {
              city: place.city,
              countryCode: place.country,
              ...(place.postalCode && { postalCode: place.postalCode }),
            },
          }),
        })),
        ...(story.promise && { window: story.promise }),
        ...(story.pickup && { pickup: story.pickup }),
        ...(story.signedBy && { signedBy: story.signedBy }),
      },
    }),
  ]
}
