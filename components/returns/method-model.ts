import { carrierWords } from '@/lib/i18n/carrier-words'
import { sayAmount } from '@/lib/i18n/say-amount'
import { sayPhrase } from '@/lib/i18n/say-phrase'
import { draftFields } from '@/lib/returns/draft-fields'
import type { DraftView } from '@/lib/returns/draft-view'
import { pickupDays } from '@/lib/returns/pickup-days'
import type { Method } from '@/lib/returns/policy/schema'
import type { MethodKind } from '@/lib/returns/vocabulary'
import type { Voice } from './voice'

/** The way back as it was chosen so far. */
export type MethodChoice = {
  method: string | null
  store: string | null
  pickupDay: string | null
  own: { box: number; carrier: string; number: string | null }[]
  boxOf: { key: string; box: number }[]
  boxes: number
}

export type PlaceModel = { value: string; label: string; detail: string | null; chosen: boolean }
type OwnParcelModel = {
  box: number
  carrierField: string
  carrierLabel: string
  carrier: string
  numberField: string
  numberLabel: string
  number: string
}
export type MethodModel = {
  id: string
  kind: MethodKind
  label: string
  needs: string[]
  price: string | null
  chosen: boolean
  stores: PlaceModel[]
  days: PlaceModel[]
  own: OwnParcelModel[]
}
type BoxItemModel = { key: string; field: string; title: string; label: string; box: number }
export type MethodStepModel = {
  methods: MethodModel[]
  /** Empty where everything is one piece: then there is one box. */
  boxItems: BoxItemModel[]
  /** As many as there may be. */
  boxes: { value: number; label: string }[]
  several: boolean
}

/** What the rules allow; a return that was sent has chosen its items already. */
export type MethodSource = Pick<DraftView, 'decision' | 'policy' | 'items'>

const MOST_BOXES = 10

function priceOf(
  method: Method,
  { decision }: MethodSource,
  { prices, talk, currency }: Voice,
): string | null {
  // What the shopper's own carrier costs is not ours to say.
  if (method.kind === 'own_carrier' && method.price === 0) return null
  const free = method.price === 0 || decision.freeMethods.includes(method.id)
  if (free) return talk.t('returns.method.free')
  return prices ? sayAmount(method.price, currency, talk) : null
}

function needsOf(method: Method, { talk, today }: Voice): string[] {
  const { t } = talk
  const carrier =
    'carrier' in method
      ? t('returns.method.withCarrier', { carrier: carrierWords(method.carrier, talk) })
      : null
  const own = method.instructions ? sayPhrase({ own: method.instructions }, talk, { today }) : null
  return [t(`returns.method.needs.${method.kind}`), carrier, own].filter((text) => text !== null)
}

function storesOf(method: Method, choice: MethodChoice, { talk, today }: Voice): PlaceModel[] {
  if (method.kind !== 'store') return []
  return method.stores.map(({ id, name, address, hours }) => ({
    value: id,
    label: name,
    detail: [address, hours ? sayPhrase({ own: hours }, talk, { today }) : null].filter(Boolean).join(' · '),
    chosen: choice.store === id,
  }))
}

function daysOf(method: Method, choice: MethodChoice, { talk, today }: Voice): PlaceModel[] {
  if (method.kind !== 'pickup') return []
  return pickupDays(method, today).map((day) => ({
    value: day,
    label: talk.when
      .day(day, today, 'plain')
      .replace(/^\p{Ll}/u, (first) => first.toLocaleUpperCase(talk.lang)),
    detail: null,
    chosen: choice.pickupDay === day,
  }))
}

function ownOf(method: Method, choice: MethodChoice, { talk: { t } }: Voice): OwnParcelModel[] {
  if (method.kind !== 'own_carrier') return []
  return Array.from({ length: choice.boxes }, (_, index) => {
    const box = index + 1
    const told = choice.own.find((one) => one.box === box)
    const one = choice.boxes === 1
    return {
      box,
      carrierField: draftFields.carrier(box),
      carrierLabel: one ? t('returns.method.carrier') : t('returns.method.carrierIn', { box }),
      carrier: told?.carrier ?? '',
      numberField: draftFields.number(box),
      numberLabel: one ? t('returns.method.number') : t('returns.method.numberIn', { box }),
      number: told?.number ?? '',
    }
  })
}

/** The way back of a draft as it is kept. */
export const chosenMethod = ({ draft }: Pick<DraftView, 'draft'>): MethodChoice => ({
  method: draft.method,
  store: draft.store,
  pickupDay: draft.pickupDay,
  own: draft.own,
  boxOf: draft.items.map(({ key, box }) => ({ key, box })),
  boxes: draft.boxes,
})

/** Ways back that the rules allow, and which box each item goes into; `choice` is what was chosen, kept or just sent. */
export function methodModel(view: MethodSource, choice: MethodChoice, voice: Voice): MethodStepModel {
  const { t } = voice.talk
  const methods = view.decision.methods.flatMap(
    (id) => view.policy.methods.find((one) => one.id === id) ?? [],
  )
  const travelling = view.items.filter(({ item }) => item.outcome !== 'keep')
  const most = Math.min(MOST_BOXES, travelling.length)
  const [only] = methods.length === 1 ? methods : []
  return {
    methods: methods.map((method) => ({
      id: method.id,
      kind: method.kind,
      label: sayPhrase({ own: method.texts }, voice.talk, { today: voice.today }),
      needs: needsOf(method, voice),
      price: priceOf(method, view, voice),
      chosen: (choice.method ?? only?.id) === method.id,
      stores: storesOf(method, choice, voice),
      days: daysOf(method, choice, voice),
      own: ownOf(method, choice, voice),
    })),
    boxItems:
      most < 2
        ? []
        : travelling.map(({ item: { key }, line }) => ({
            key,
            field: draftFields.box(key),
            title: [line.title, line.variant].filter(Boolean).join(', '),
            label: t('returns.method.boxOf', { title: line.title }),
            box: choice.boxOf.find((one) => one.key === key)?.box ?? 1,
          })),
    boxes: Array.from({ length: most }, (_, index) => ({
      value: index + 1,
      label: t('returns.method.box', { box: index + 1 }),
    })),
    several: choice.boxes > 1,
  }
}
