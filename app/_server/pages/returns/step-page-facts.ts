import type { Page } from '@/app/_server/document-handler'
import { makeFrame } from '@/app/_server/make-frame'
import { problemWords } from '@/components/returns/problem-words'
import type { StepFrame } from '@/components/returns/step-page'
import type { Voice } from '@/components/returns/voice'
import type { WayModel } from '@/components/returns/way-model'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { dayIn } from '@/lib/returns/add-days'
import type { DraftProblem } from '@/lib/returns/draft-change'
import { mediaAddress, onSameHost } from '@/lib/shops/addresses'

/** What a page of the portal is about. */
export type Around = {
  /** Orders' numbers; none: nobody knows yet. */
  orders: readonly string[]
  gift: boolean
  way: WayModel | null
  sameIn: (locale: Locale) => string
  indexed?: boolean
  problems?: readonly DraftProblem[]
  titleOf?: (field: string) => string | null
  notice?: StepFrame['notice']
}

function kickerOf({ orders, gift }: Around, page: Page): string {
  const { t } = translator(page.shop, page.locale)
  if (gift) return t('returns.kickerGift')
  return orders.length > 0 ? t('returns.kickerOf', { orders: orders.join(', ') }) : t('returns.kicker')
}

/** Everything around a step's question. */
export function stepFrame(page: Page, around: Around): StepFrame {
  const { shop, locale, stand, origin } = page
  const { t } = translator(shop, locale)
  const [first] = around.gift ? [] : around.orders
  return {
    frame: makeFrame({
      shop,
      locale,
      stand,
      origin,
      sameIn: around.sameIn,
      share: 'pending.unknown',
      islands: [],
      indexed: around.indexed ?? false,
    }),
    kicker: kickerOf(around, page),
    way: around.way,
    errors: problemWords(around.problems ?? [], t, around.titleOf),
    notice: around.notice ?? null,
    reference: first ? t('parcel.order', { order: first }) : null,
  }
}

/** What the steps are told with; `gift` leaves prices out. */
export const voiceOf = (
  { shop, locale, stand, context }: Page,
  { currency, gift }: { currency: string; gift: boolean },
): Voice => ({
  talk: translator(shop, locale),
  today: dayIn(context.now(), shop.timeZone),
  currency,
  prices: !gift,
  picture: (media) =>
    media && {
      src: onSameHost(stand, mediaAddress(shop.slug, media.id)),
      width: media.width,
      height: media.height,
    },
})
