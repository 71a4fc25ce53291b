import { fail } from '@/lib/core/result'
import { parcelNumberKey } from '@/lib/parcels/parcel-number'
import type { DraftChange, DraftProblem } from '@/lib/returns/draft-change'
import { draftFields } from '@/lib/returns/draft-fields'
import { draftProblem } from '@/lib/returns/draft-problems'
import type { DraftView } from '@/lib/returns/draft-view'
import { pickupDays } from '@/lib/returns/pickup-days'
import type { Method } from '@/lib/returns/policy/schema'
import { type Changed, unless } from './changed'

type Answer = Omit<Extract<DraftChange, { kind: 'method' }>, 'kind'>

/** What a kind of method asks for besides itself. */
type Rest = { store: string | null; pickupDay: string | null; own: Answer['own']; problems: DraftProblem[] }

const NOTHING: Rest = { store: null, pickupDay: null, own: [], problems: [] }

/** Carriers' numbers have letters, digits and little else: S10 has 13, SSCC 18 to 20, the longest known 34. */
const NUMBER = /^[A-Z0-9-]{5,40}$/
const MAX_CARRIER = 100

/** A carrier as it is kept. */
export const ownCarrier = (text: string): string =>
  text
    .replace(/\p{Cc}+/gu, '')
    .trim()
    .slice(0, MAX_CARRIER)

/** A parcel's number as it is kept; null for what can be none. */
export function ownNumber(text: string): string | null {
  const number = parcelNumberKey(text)
  return NUMBER.test(number) ? number : null
}

function ownParcels(answers: Answer['own'], boxes: number): Rest {
  const all = Array.from({ length: boxes }, (_, index) => {
    const box = index + 1
    const told = answers.find((one) => one.box === box)
    const carrier = ownCarrier(told?.carrier ?? '')
    const written = parcelNumberKey(told?.number ?? '')
    const number = ownNumber(written)
    const problems: DraftProblem[] = []
    if (carrier === '') problems.push(draftProblem(draftFields.carrier(box), 'carrierMissing'))
    if (written !== '' && number === null)
      problems.push(draftProblem(draftFields.number(box), 'numberInvalid'))
    return { own: { box, carrier, number }, problems }
  })
  return {
    ...NOTHING,
    own: all.map(({ own }) => own),
    problems: all.flatMap(({ problems }) => problems),
  }
}

function restOf(method: Method, answer: Answer, { draft }: DraftView, today: string): Rest {
  switch (method.kind) {
    case 'label':
    case 'qr':
      return NOTHING
    case 'store': {
      const store = method.stores.find(({ id }) => id === answer.store)?.id ?? null
      return store === null
        ? { ...NOTHING, problems: [draftProblem(draftFields.store, 'storeMissing')] }
        : { ...NOTHING, store }
    }
    case 'pickup': {
      const { pickupDay } = answer
      if (!pickupDay)
        return { ...NOTHING, problems: [draftProblem(draftFields.pickupDay, 'pickupDayMissing')] }
      return pickupDays(method, today).includes(pickupDay)
        ? { ...NOTHING, pickupDay }
        : { ...NOTHING, problems: [draftProblem(draftFields.pickupDay, 'pickupDayMissing')] }
    }
    case 'own_carrier':
      return ownParcels(answer.own, draft.boxes)
  }
}

/** Takes the way back; `today` is the shop's. */
export function chooseMethod(view: DraftView, answer: Answer, today: string): Changed {
  const { draft, policy, decision } = view
  if (answer.method === '') return fail([draftProblem(draftFields.method, 'methodMissing')])
  const method = policy.methods.find(({ id }) => id === answer.method)
  if (!method || !decision.methods.includes(method.id))
    return fail([draftProblem(draftFields.method, 'methodNotOffered')])
  const { problems, ...rest } = restOf(method, answer, view, today)
  return unless(problems, { ...draft, method: method.id, ...rest })
}
