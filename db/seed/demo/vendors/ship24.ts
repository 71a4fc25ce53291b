import type { Moment } from '@/db/seed/demo/calendar'
import { uuidOf } from './seed-id'
import { newestOf, parts, type Story } from './story'

const zoned = ({ local, offset }: Moment): string => `${local}${offset}`

const codesOf = (code: string) => {
  const [milestone, statusCode] = parts(code)
  return {
    statusCode: statusCode || null,
    statusCategory: statusCode.split('_')[0] || null,
    statusMilestone: milestone,
  }
}

/** Ship24 `tracking/events`, newest first; a step's code is `milestone/statusCode`, the second part may be empty. */
export function ship24Bodies(story: Story, now: Moment): string[] {
  const newest = newestOf(story)
  const { promise } = story
  const [first] = story.steps
  return [
    JSON.stringify({
      trackings: [
        {
          metadata: {
            generatedAt: now.utc.replace('Z', '.000Z'),
            messageId: uuidOf(`ship24 ${story.number} ${newest.at.utc} ${newest.code}`),
            topic: 'tracking/events',
          },
          tracker: {
            trackerId: uuidOf(`ship24 tracker ${story.number}`),
            trackingNumber: story.number,
            shipmentReference: story.order,
            clientTrackerId: null,
            isSubscribed: true,
            createdAt: (first ?? newest).at.utc.replace('Z', '.000Z'),
          },
          shipment: {
            shipmentId: uuidOf(`ship24 shipment ${story.number}`),
            ...codesOf(newest.code),
            originCountryCode: first?.place?.country ?? null,
            destinationCountryCode: newest.place?.country ?? null,
            delivery: {
              estimatedDeliveryDate: null,
              courierEstimatedDeliveryDate: promise
                ? {
                    from: `${promise.earliest}T${promise.from ?? '00:00'}:00`,
                    to: `${promise.latest}T${promise.to ?? '00:00'}:00`,
                  }
                : null,
              service: null,
              signedBy: story.signedBy ?? null,
            },
            trackingNumbers: [{ tn: story.number }],
            recipient: { name: null, address: null, postCode: null, city: null, subdivision: null },
          },
          events: story.steps
            .map(({ at, code, text, place }, index) => ({
              eventId: uuidOf(`ship24 event ${story.number} ${index} ${at.utc}`),
              trackingNumber: story.number,
              eventTrackingNumber: story.number,
              status: text,
              occurrenceDatetime: zoned(at),
              order: index + 1,
              location: place ? `${place.city}, ${place.country}` : null,
              sourceCode: `${story.carrier}-tracking`,
              courierCode: story.carrier,
              ...codesOf(code),
              hasNoTime: false,
              utcOffset: at.offset,
              datetime: `${at.local}.000Z`,
            }))
            .toReversed(),
          statistics: { timestamps: {} },
        },
      ],
    }),
  ]
}
