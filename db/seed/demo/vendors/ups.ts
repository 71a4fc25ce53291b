import type { Moment } from '@/db/seed/demo/calendar'
import { parts, type Story } from './story'

const dayText = (moment: string): string => moment.slice(0, 10).replaceAll('-', '')
const clockText = (moment: string): string => moment.slice(11, 19).replaceAll(':', '')
const clock = (time: string | undefined): string => (time ? `${time.replace(':', '')}00` : '')
const offsetText = ({ offset }: Moment): string => offset.replace(':', '.')

/**
 * UPS Track Alert v2, one alert a scan; a step's code is `type/code/descriptionCode`. The promise goes with the newest
 * alert, `scheduled` with the ones before.
 */
export function upsBodies(story: Story): string[] {
  return story.steps.map(({ at, code, text, place }, index) => {
    const [type, activity, descriptionCode] = parts(code)
    const promise = index === story.steps.length - 1 ? story.promise : undefined
    const day = promise?.latest ?? story.scheduled ?? story.promise?.latest
    return JSON.stringify({
      trackingNumber: story.number,
      alternateTrackingNumber: '',
      localActivityDate: dayText(at.local),
      localActivityTime: clockText(at.local),
      gmtActivityDate: dayText(at.utc),
      gmtActivityTime: clockText(at.utc),
      gmtOffset: offsetText(at),
      activityLocation: {
        city: place?.city ?? '',
        stateProvince: '',
        postalCode: place?.postalCode ?? '',
        country: place?.country ?? '',
      },
      activityStatus: { type, code: activity, description: text, descriptionCode },
      scheduledDeliveryDate: day ? dayText(day) : '',
      actualDeliveryDate: '',
      actualDeliveryTime: '',
      deliveryStartTime: clock(promise?.from),
      deliveryEndTime: clock(promise?.to),
      deliveryTimeDescription: '',
      receivedBy: story.signedBy ?? '',
    })
  })
}
