import { fail, ok, type Result } from '@/lib/core/result'
import type { CalendarDay } from './phrase'
import { pickupDays } from './pickup-days'
import type { Method } from './policy/schema'
import type { ChosenMethod } from './return'

/** How a return is to travel instead. */
export type MethodChoice = {
  /** The method's id. */
  method: string
  store: string | null
  pickupDay: CalendarDay | null
}

export type MethodRefusal = { code: 'unknown_method' | 'unknown_store' | 'unknown_day' }

/** A method with what it needs; only one that the policy allowed for the return. */
export function chooseMethod(
  methods: readonly Method[],
  allowed: readonly string[],
  choice: MethodChoice,
  today: CalendarDay,
): Result<{ method: Method; chosen: ChosenMethod }, MethodRefusal> {
  const method = methods.find(({ id }) => id === choice.method && allowed.includes(id))
  if (!method) return fail({ code: 'unknown_method' })
  const chosen = { id: method.id, kind: method.kind, store: null, pickupDay: null }
  if (method.kind === 'store') {
    const store = method.stores.find(({ id }) => id === choice.store)
    if (!store) return fail({ code: 'unknown_store' })
    const { id, name, address } = store
    return ok({ method, chosen: { ...chosen, store: { id, name, address } } })
  }
  if (method.kind === 'pickup') {
    const { pickupDay } = choice
    if (pickupDay === null || !pickupDays(method, today).includes(pickupDay))
      return fail({ code: 'unknown_day' })
    return ok({ method, chosen: { ...chosen, pickupDay } })
  }
  return ok({ method, chosen })
}
