import type { Projection } from '@/lib/parcels/projection'
import { statusOf } from '@/lib/parcels/status'

/** Everything that was sent has arrived, and something was. */
export function hasArrived(
  parcels: readonly { projection: Pick<Projection, 'direction' | 'status'> }[],
): boolean {
  const sent = parcels.filter(({ projection }) => projection.direction === 'outbound')
  return sent.length > 0 && sent.every(({ projection }) => statusOf(projection.status) === 'delivered')
}
