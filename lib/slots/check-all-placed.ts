import { type FieldError, pointerOf } from '@/lib/core/field-error'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Locale } from '@/lib/i18n/locales'
import { checkPlaced } from './check-placed'
import type { SlotRegistry } from './choose-slots'
import type { PlacedSlot } from './placed-slot'

/** Whether slots can be placed so, all together; faults are named below `/slots`. */
export function checkAllPlaced(
  slots: readonly PlacedSlot[],
  registry: SlotRegistry,
  defaultLocale: Locale,
): Result<PlacedSlot[], FieldError[]> {
  const faults: FieldError[] = []
  const checked = slots.flatMap(({ id, ...body }, index) => {
    const at = pointerOf(['slots', index])
    if (slots.findIndex((one) => one.id === id) < index)
      faults.push({ pointer: `${at}/id`, code: 'duplicate', detail: 'is the id of another one' })
    const one = checkPlaced(body, registry, defaultLocale)
    if (one.ok) return [{ ...one.value, id }]
    faults.push(...one.error.map((fault) => ({ ...fault, pointer: `${at}${fault.pointer}` })))
    return []
  })
  return faults.length > 0 ? fail(faults) : ok(checked)
}
