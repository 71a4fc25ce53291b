import type { FieldError } from '@/lib/core/field-error'
import { fail, type Result } from '@/lib/core/result'
import type { Locale } from '@/lib/i18n/locales'
import { checkSettings } from './check-settings'
import type { SlotRegistry } from './choose-slots'
import type { PlacedSlotBody } from './placed-slot'

const one = (pointer: string, code: string, detail: string) => fail<FieldError[]>([{ pointer, code, detail }])

/** Whether a slot can be placed so; the body comes back as it is to be stored. */
export function checkPlaced(
  body: PlacedSlotBody,
  registry: SlotRegistry,
  defaultLocale: Locale,
): Result<PlacedSlotBody, FieldError[]> {
  const kind = Object.hasOwn(registry, body.slot) ? registry[body.slot] : undefined
  if (!kind) return one('/slot', 'unknown_slot', `is none of ${Object.keys(registry).join(', ')}`)
  if (!kind.placements.includes(body.placement))
    return one('/placement', 'wrong_placement', `\`${kind.id}\` stands in ${kind.placements.join(', ')}`)
  return checkSettings(body, kind, defaultLocale)
}
