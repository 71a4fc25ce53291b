import type { listSlotPlacements } from '@/db/queries/list-slot-placements'
import type { PlacedSlotJson } from '@/lib/api/schemas/slot-schema'

type Placement = Awaited<ReturnType<typeof listSlotPlacements>>[number]

/** A placed slot as its merchant reads it. */
export const slotJson = ({
  id,
  document,
  testSince,
  createdAt,
  updatedAt,
  stops,
}: Placement): PlacedSlotJson => ({
  id,
  ...document,
  testSince: testSince?.toISOString() ?? null,
  stopped: stops
    .filter(({ variant }) => document.variants.some((one) => one.id === variant))
    .map(({ variant, at, harm }) => ({ variant, at: at.toISOString(), harm })),
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
})
