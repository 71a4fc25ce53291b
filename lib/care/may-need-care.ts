import type { Projection } from '@/lib/parcels/projection'
import { addressProblem } from './address-problem'

/** Whether the clock or somebody may ever have to see to a parcel in this state; most facts of most parcels say no. */
export const mayNeedCare = (projection: Projection): boolean =>
  projection.direction === 'outbound' &&
  (projection.window !== null ||
    projection.originalWindow !== null ||
    (projection.pickup?.lastDay ?? null) !== null ||
    addressProblem(projection) !== null)
