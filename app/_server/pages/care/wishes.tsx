import { messageDocument } from '@/app/_server/message-document'
import { showDocument } from '@/app/_server/pages/returns/show-document'
import { readForm } from '@/app/_server/read-form'
import { seeOther } from '@/app/_server/see-other'
import { ClosedPage } from '@/components/care/closed-page'
import type { WishValues } from '@/components/care/wish-model'
import { WishesPage } from '@/components/care/wishes-page'
import type { StepFrame } from '@/components/returns/step-page'
import { carrierWishes } from '@/lib/care/carrier-wishes'
import { mayWish } from '@/lib/care/slot-care-of'
import type { Wish } from '@/lib/care/wish'
import { wishDays } from '@/lib/care/wish-days'
import { carrierName } from '@/lib/carriers/aliases'
import { type MakeWishError, makeWish } from '@/lib/services/care/make-wish'
import { takeWho } from './ask-who'
import { type CarePage, carePage, careStep } from './care-page'
import { NOWHERE, readWish, wishKinds } from './read-wish'

function sayWish(wish: Wish, { talk: { t, when }, context, shop }: CarePage): string {
  switch (wish.kind) {
    case 'other_day':
      return t('care.said.other_day', {
        day: when.day(wish.day, todayIn(context.now(), shop.timeZone), 'plain'),
      })
    case 'neighbour':
      return t('care.said.neighbour', { name: wish.name, where: wish.where })
    case 'safe_place':
      return t('care.said.safe_place', { where: wish.where })
    case 'redirect': {
      const { line1, line2, postalCode, city } = wish.address
      const parts = [line1, line2, [postalCode, city].filter(Boolean).join(' ')]
      return t('care.said.redirect', { address: parts.filter(Boolean).join(', ') })
    }
  }
}

const todayIn = (now: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now)

function closed(page: CarePage, why: 'tooLate' | 'tooOften'): Promise<Response> {
  const { talk, shop, back } = page
  const step = careStep(page)
  const { t } = talk
  const isLate = why === 'tooLate'
  const element = (
    <ClosedPage
      step={step}
      headline={t(isLate ? 'care.wishes.tooLate' : 'care.wishes.title')}
      lead={t(isLate ? 'care.wishes.tooLateLead' : 'care.wishes.tooOften', { shop: shop.name })}
      back={back}
    />
  )
  return showDocument(page, step, element, isLate ? 200 : 429)
}

function ask(page: CarePage, values: WishValues, errors: StepFrame['errors'] = []): Promise<Response> {
  const { request, context, shop, order, talk, self, back } = page
  if (!mayWish(order.parcels)) return closed(page, 'tooLate')
  const step = careStep(page, errors)
  const now = context.now()
  const today = todayIn(now, shop.timeZone)
  const carriers = order.parcels.flatMap(({ carrier, number, projection }) => {
    const href = projection.final ? null : carrierWishes(carrier, number)
    return href === null ? [] : [{ carrier: carrierName(carrier), href }]
  })
  const element = (
    <WishesPage
      step={step}
      values={values}
      kinds={wishKinds(order.address)}
      days={wishDays(now, shop.timeZone).map((day) => ({
        value: day,
        label: talk.when.day(day, today, 'plain'),
      }))}
      carriers={carriers}
      now={order.wish && sayWish(order.wish, page)}
      action={self}
      back={back}
      saved={request.method === 'GET' && new URL(request.url).searchParams.has('saved')}
    />
  )
  return showDocument(page, step, element, errors.length > 0 ? 422 : 200)
}

const show = (page: CarePage): Promise<Response> =>
  ask(page, {
    kind: null,
    day: null,
    name: '',
    neighbour: '',
    place: '',
    address: page.order.address ?? NOWHERE,
  })

const REFUSED = {
  unknown_link: (page) =>
    messageDocument(page.request, 'unknownLink', { shop: page.shop, locale: page.locale, stand: page.stand }),
  proof_needed: (page) => closed(page, 'tooLate'),
  too_late: (page) => closed(page, 'tooLate'),
  too_often: (page) => closed(page, 'tooOften'),
  unknown_day: (page, values) =>
    ask(page, values, [{ field: 'day', text: page.talk.t('care.wishes.chooseDay') }]),
} as const satisfies Record<MakeWishError, (page: CarePage, values: WishValues) => Promise<Response>>

async function take(page: CarePage): Promise<Response> {
  const { request, context, shop, locale, stand, order, params, talk, self } = page
  const form = await readForm(request)
  if (!form) return messageDocument(request, 'badRequest', { shop, locale, stand })
  const { wish, values, problems } = readWish(form, order.address)
  if (wish === null)
    return ask(
      page,
      values,
      problems.map(({ field, key }) => ({ field, text: talk.t(key) })),
    )
  const done = await makeWish(context, shop, params.token, wish)
  return done.ok ? seeOther(page, self, 'saved') : REFUSED[done.error](page, values)
}

export const showWishes = carePage('wishes', show)
export const takeWishes = carePage('wishes', take, takeWho)
