import type { ReactNode } from 'react'
import type { PlacementId } from '@/lib/slots/placement'

/** A place for slots, in their order. It stands there empty, too, without taking room, so that an open page can fill it. */
export function Placement({ id, children }: { id: PlacementId; children: ReactNode }) {
  return (
    <div data-live={`slots-${id}`} data-part="slots" className="space-y-12 empty:hidden print:hidden">
      {children}
    </div>
  )
}
