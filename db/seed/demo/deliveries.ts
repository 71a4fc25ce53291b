import { calendarOf } from './calendar'
import { type DemoSlug, demoShops } from './shops'
import { alpenglueckStories, DHL_LOADED } from './stories/alpenglueck'
import { maisonLumenStories } from './stories/maison-lumen'
import { nordlysStories } from './stories/nordlys'
import { standardBodies } from './vendors/standard'
import type { Story, VendorId } from './vendors/story'
import { writeBodies } from './vendors/write-bodies'

/** One webhook as its vendor posts it, without its signature. */
export type DemoDelivery = {
  shop: DemoSlug
  provider: VendorId
  /** The parcel it is about, for a log line. */
  number: string
  body: string
  /** Posted before the orders are put. */
  beforeOrder: boolean
}

const zoneOf = (shop: DemoSlug): string => demoShops[shop].settings.timeZone

const stories = (now: Date): Story[] => [
  ...alpenglueckStories(calendarOf(now, zoneOf('alpenglueck'))),
  ...maisonLumenStories(calendarOf(now, zoneOf('maison-lumen')), calendarOf(now, 'Europe/London')),
  ...nordlysStories(calendarOf(now, zoneOf('nordlys'))),
]

const deliveriesOf = (story: Story, now: Date): DemoDelivery[] =>
  writeBodies(story, calendarOf(now, zoneOf(story.shop)).now).map((body) => ({
    shop: story.shop,
    provider: story.provider,
    number: story.number,
    body,
    beforeOrder: story.beforeOrder ?? false,
  }))

/** Every webhook of the demo in posting order: the ones that come before their order first. */
export function demoDeliveries(now: Date): DemoDelivery[] {
  const all = stories(now).flatMap((story) => deliveriesOf(story, now))
  return [...all.filter(({ beforeOrder }) => beforeOrder), ...all.filter(({ beforeOrder }) => !beforeOrder)]
}

/** One more webhook for AG-1003: its parcel is loaded and comes today. */
export function demoMove(now: Date): DemoDelivery {
  const calendar = calendarOf(now, zoneOf('alpenglueck'))
  const number = '00340434161094000025'
  const [body = ''] = standardBodies(
    {
      shop: 'alpenglueck',
      provider: 'standard',
      carrier: 'dhl',
      number,
      order: 'AG-1003',
      promise: { earliest: calendar.day(0), latest: calendar.day(0), ...calendar.hours() },
      steps: [
        {
          at: calendar.now,
          code: 'out_for_delivery.on_vehicle',
          text: DHL_LOADED,
          place: { city: 'Berchtesgaden', country: 'DE', postalCode: '83471' },
        },
      ],
    },
    calendar.now,
  )
  return { shop: 'alpenglueck', provider: 'standard', number, body, beforeOrder: false }
}
