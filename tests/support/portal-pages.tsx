import type { ReactElement } from 'react'
import type { Frame } from '@/components/page/frame'
import { AddOrderPage } from '@/components/returns/add-order-page'
import { FindPage } from '@/components/returns/find-page'
import { chosenLines, itemsModel } from '@/components/returns/items-model'
import { ItemsPage } from '@/components/returns/items-page'
import { chosenMethod, methodModel } from '@/components/returns/method-model'
import { MethodPage } from '@/components/returns/method-page'
import { chosenOutcomes, outcomesModel } from '@/components/returns/outcomes-model'
import { OutcomesPage } from '@/components/returns/outcomes-page'
import { ProvePage } from '@/components/returns/prove-page'
import { chosenReasons, reasonsModel } from '@/components/returns/reasons-model'
import { ReasonsPage } from '@/components/returns/reasons-page'
import { reviewModel } from '@/components/returns/review-model'
import { ReviewPage } from '@/components/returns/review-page'
import type { StepFrame } from '@/components/returns/step-page'
import type { Voice } from '@/components/returns/voice'
import { stepsOf, type WayStep, wayModel } from '@/components/returns/way-model'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { DraftView } from '@/lib/returns/draft-view'
import type { Shop } from '@/lib/shops/shop'
import { draftItem, draftOf, draftView, FIRST_ORDER, SECOND_ORDER } from './sample-drafts'

/** A mixed return over two orders: an exchange, money, credit with photos; it is fetched from home. */
export const MIXED = draftView(
  draftOf(
    [
      draftItem('1', {
        reason: 'size',
        subReason: 'too_small',
        outcome: 'exchange_variant',
        exchangeSku: 'JACKET-LM',
      }),
      draftItem('2', {
        lineId: '2',
        quantity: 2,
        reason: 'not_as_expected',
        subReason: 'colour',
        comment: 'Grüner als gedacht',
        outcome: 'refund',
      }),
      draftItem('3', {
        orderId: SECOND_ORDER.id,
        reason: 'damaged',
        subReason: 'item_damaged',
        outcome: 'store_credit',
        photos: ['p1'],
      }),
    ],
    { orders: [FIRST_ORDER.id, SECOND_ORDER.id], method: 'pickup', pickupDay: '2026-11-30' },
  ),
  undefined,
  [{ id: 'p1', itemKey: '3', width: 96, height: 96 }],
)

type PortalOptions = { frame: Frame; gift?: boolean; errors?: StepFrame['errors'] }

export const voiceIn = (shop: Shop, locale: Locale, prices = true): Voice => ({
  talk: translator(shop, locale),
  today: '2026-11-27',
  currency: 'EUR',
  prices,
  picture: () => ({ src: '/media/1.webp', width: 72, height: 72 }),
})

/** Every page of the portal for a draft that has all answers. */
export function portalPages(
  shop: Shop,
  view: DraftView,
  voice: Voice,
  { frame, errors = [] }: PortalOptions,
): Record<string, ReactElement> {
  const { t } = voice.talk
  const at = (way: WayStep | null): StepFrame => ({
    frame,
    kicker: t('returns.kickerOf', { orders: 'AG-1001' }),
    way: way && wayModel(stepsOf(view), way, (step) => `/d/${step}`),
    errors,
    notice: null,
    reference: null,
  })
  const form = { action: '/d/step', version: view.version, back: { href: '/d/items', label: 'Back' } }
  if (!view.quote) throw new Error('the draft has no sum')
  return {
    find: <FindPage step={at(null)} action="/returns" values={{}} />,
    prove: <ProvePage step={at(null)} action="/returns/o/1" email="" />,
    order: <AddOrderPage step={at(null)} form={form} values={{ order: '', email: '' }} />,
    items: (
      <ItemsPage
        step={at('items')}
        orders={itemsModel(view, chosenLines(view), voice)}
        form={form}
        addOrderHref="/d/order"
      />
    ),
    reasons: (
      <ReasonsPage
        step={at('reasons')}
        items={reasonsModel(view, chosenReasons(view), (id) => `/d/files/${id}`, voice)}
        form={form}
      />
    ),
    outcomes: (
      <OutcomesPage
        step={at('outcomes')}
        items={outcomesModel(view, chosenOutcomes(view), voice)}
        form={form}
      />
    ),
    method: (
      <MethodPage step={at('method')} model={methodModel(view, chosenMethod(view), voice)} form={form} />
    ),
    review: (
      <ReviewPage
        step={at('review')}
        review={reviewModel(view, view.quote, shop.name, voice)}
        form={form}
        seen="seen"
        email={view.draft.gift ? '' : null}
        stepHref={(step) => `/d/${step}`}
      />
    ),
  }
}
