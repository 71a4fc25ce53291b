import { emptyProjection } from './empty-projection'
import { foldParcel } from './fold-parcel'
import type { Projection } from './projection'
import type { StatusCode } from './status'

/** A parcel's state as if it stood so since `at`: what is promised, and where it waits, stays. */
export function pretendStatus(
  projection: Projection = emptyProjection('outbound'),
  status: StatusCode,
  at: Date,
): Projection {
  const raw = { status, substatus: null, code: null }
  const time = {
    at: at.toISOString(),
    localTime: null,
    offsetMinutes: null,
    zoneKnown: true,
    raw: null,
  }
  const { timeline, ...folded } = foldParcel({
    scans: [
      {
        provider: 'preview',
        status,
        time,
        order: null,
        text: null,
        place: null,
        actionRequired: false,
        raw,
        fingerprint: 'preview',
      },
    ],
    statements: [],
  })
  return {
    ...folded,
    direction: projection.direction,
    window: projection.window,
    originalWindow: projection.originalWindow,
    pickup: projection.pickup,
    timeline: [...timeline, ...projection.timeline],
  }
}
