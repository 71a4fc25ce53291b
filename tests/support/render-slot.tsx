import type { ReactElement } from 'react'
import { SLOTS } from '@/components/slots/registry'
import type { SlotContext } from '@/lib/slots/slot'
import type { SlotData } from '@/lib/slots/slot-data'
import { SLOT_DATA, SLOT_SETTINGS } from './slot-samples'

/** A slot of the registry as a page renders it; null where it has nothing to say. */
export function renderSlot(
  id: string,
  context: SlotContext,
  { settings = SLOT_SETTINGS[id] ?? {}, data = SLOT_DATA }: { settings?: unknown; data?: SlotData } = {},
): ReactElement | null {
  const slot = SLOTS[id]
  if (!slot) throw new Error(`there is no slot ${id}`)
  const parsed = slot.settings.parse(settings)
  return slot.speaks(parsed, data) ? <slot.Slot settings={parsed} data={data} context={context} /> : null
}
