import { sayPhrase } from '@/lib/i18n/say-phrase'
import { pickupDays } from '@/lib/returns/pickup-days'
import type { Method } from '@/lib/returns/policy/schema'
import { moneyJson } from './money-json'
import type { ReturnMethodJson } from './options-types'
import type { Spoken } from './spoken'

/** A way back that can be chosen, with what it costs here. */
export const methodJson = (
  method: Method,
  { currency, isFree }: { currency: string; isFree: boolean },
  { talk, today }: Spoken,
): ReturnMethodJson => ({
  id: method.id,
  kind: method.kind,
  text: sayPhrase({ own: method.texts }, talk, { today }),
  needs: talk.t(`returns.method.needs.${method.kind}`),
  instructions: method.instructions ? sayPhrase({ own: method.instructions }, talk, { today }) : null,
  price: moneyJson(isFree ? 0 : method.price, currency, talk),
  stores:
    method.kind === 'store' ? method.stores.map(({ id, name, address }) => ({ id, name, address })) : [],
  pickupDays: method.kind === 'pickup' ? pickupDays(method, today) : [],
})
