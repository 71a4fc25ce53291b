import { seeOther } from '@/app/_server/see-other'
import { ChangeMethodPage } from '@/components/returns/follow/change-method-page'
import { type MethodChoice, methodModel } from '@/components/returns/method-model'
import { draftFields } from '@/lib/returns/draft-fields'
import { type ChangeMethodRefusal, changeMethod } from '@/lib/services/returns/change-method'
import { askDocument, askForm, closedDocument, readAnswer, refusalOf, STALE } from './ask'
import { reopen } from './reopen'
import { type ReturnPage, returnPage } from './return-handler'

type Options = Parameters<typeof askDocument>[3]

/** How it travels as yet. */
function presentChoice({ facts: { back } }: ReturnPage): MethodChoice {
  const { id, store, pickupDay, kind } = back.method
  return {
    method: id,
    store: store?.id ?? null,
    pickupDay,
    own:
      kind === 'own_carrier'
        ? back.boxes.flatMap(({ box, carrier, number }) =>
            carrier === null ? [] : [{ box, carrier, number }],
          )
        : [],
    boxOf: [],
    boxes: back.boxes.length,
  }
}

const textOf = (form: URLSearchParams, field: string): string => (form.get(field) ?? '').trim().slice(0, 100)

function choiceOf({ facts: { back } }: ReturnPage, form: URLSearchParams): MethodChoice {
  return {
    method: textOf(form, draftFields.method) || null,
    store: textOf(form, draftFields.store) || null,
    pickupDay: textOf(form, draftFields.pickupDay) || null,
    own: back.boxes.map(({ box }) => ({
      box,
      carrier: textOf(form, draftFields.carrier(box)),
      number: textOf(form, draftFields.number(box)) || null,
    })),
    boxOf: [],
    boxes: back.boxes.length,
  }
}

function ask(page: ReturnPage, choice: MethodChoice, options: Options = {}): Promise<Response> {
  const { facts, open, talk } = page
  const { policy } = open
  if (!facts.may.method || !policy) return closedDocument(page, 'method')
  const { back, today, links } = facts
  const { methods } = methodModel({ decision: back.decision, policy, items: [] }, choice, {
    talk,
    today,
    currency: back.currency,
    prices: !back.gift,
    picture: () => null,
  })
  const form = askForm(page, links.method)
  return askDocument(
    page,
    'method',
    (step) => <ChangeMethodPage step={step} methods={methods} form={form} />,
    options,
  )
}

const PROBLEMS = {
  unknown_method: { field: draftFields.method, key: 'returned.method.choose' },
  unknown_store: { field: draftFields.store, key: 'returned.method.store' },
  unknown_day: { field: draftFields.pickupDay, key: 'returned.method.day' },
} as const satisfies Partial<Record<ChangeMethodRefusal['code'], object>>

/** Which parcel's number is somebody else's. */
function otherParcel(refusal: ChangeMethodRefusal, { t }: ReturnPage['talk']) {
  return refusal.code === 'other_parcel'
    ? { field: draftFields.number(refusal.box), text: t('returned.method.otherParcel') }
    : null
}

const isProblem = (code: string): code is keyof typeof PROBLEMS => Object.hasOwn(PROBLEMS, code)

/** A parcel of one's own has a carrier, or nobody could look for its number. */
function namelessParcels({ facts, open, talk }: ReturnPage, choice: MethodChoice) {
  const method = open.policy?.methods.find(({ id }) => id === choice.method)
  if (method?.kind !== 'own_carrier' || !facts.back.decision.methods.includes(method.id)) return []
  return choice.own
    .filter(({ carrier }) => carrier === '')
    .map(({ box }) => ({ field: draftFields.carrier(box), text: talk.t('returned.method.carrier') }))
}

async function take(page: ReturnPage): Promise<Response> {
  const { context, shop, facts, talk, self } = page
  const answer = await readAnswer(page)
  if (answer instanceof Response) return answer
  const choice = choiceOf(page, answer.form)
  const errors = namelessParcels(page, choice)
  if (errors.length > 0) return ask(page, choice, { status: 422, errors })
  const by = { actor: 'shopper', version: answer.version } as const
  const wanted = { ...choice, method: choice.method ?? '' }
  const done = await changeMethod(context, shop.id, { id: facts.back.id }, by, wanted)
  if (done.ok) return seeOther(page, self)
  const { code } = done.error
  if (isProblem(code)) {
    const { field, key } = PROBLEMS[code]
    return ask(page, choice, { status: 422, errors: [{ field, text: talk.t(key) }] })
  }
  const other = otherParcel(done.error, talk)
  if (other) return ask(page, choice, { status: 422, errors: [other] })
  const now = await reopen(page)
  return refusalOf(code) === 'stale' ? ask(now, choice, STALE) : closedDocument(now, 'method')
}

export const showMethod = returnPage((page) => ask(page, presentChoice(page)))
export const takeMethod = returnPage(take)
