import { z } from 'zod'
import type { SlotRegistry } from './choose-slots'

/** Every kind of slot with where it may stand, and a JSON Schema of what its settings take. */
export const describeKinds = (registry: SlotRegistry) =>
  Object.values(registry).map(({ id, purpose, personal, placements, settings }) => ({
    slot: id,
    purpose,
    personal,
    placements: [...placements],
    settings: { ...z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' }) },
  }))
