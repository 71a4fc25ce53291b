import type { z } from 'zod'
import type { placedSlotSchema } from '@/lib/slots/placed-slot'

/** A slot as a demo shop would PUT it, with its name. */
export type DemoPlacement = z.input<typeof placedSlotSchema> & { id: string }
