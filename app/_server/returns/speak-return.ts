import type { OpenReturn } from '@/app/_server/pages/return/open-return'
import { returnFacts } from '@/app/_server/pages/return/return-facts'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { ReturnFacts } from '@/lib/returns/json/return-facts'
import type { ReturnSaid } from '@/lib/returns/return-json'
import type { Context } from '@/lib/services/context'
import { returnToken } from '@/lib/services/returns/return-links'
import { addressesOf, type Stand } from '@/lib/shops/addresses'
import type { Shop } from '@/lib/shops/shop'
import { returnSaid } from './return-said'

/** Where links of the JSON lead: to the shop's own host, if it has one. */
export const pagesOf = ({ origin }: Context, { primaryHost, slug }: Shop): { pages: string; stand: Stand } =>
  primaryHost
    ? { pages: `https://${primaryHost}`, stand: { kind: 'own-host' } }
    : { pages: origin, stand: { kind: 'hosted', slug } }

/** A return at this moment, in a language: what its JSON is made of. */
export function speakReturn(
  context: Context,
  shop: Shop,
  locale: Locale,
  open: OpenReturn,
  { showsPrices }: { showsPrices: boolean },
): { facts: ReturnFacts; said: ReturnSaid } {
  const { back, policy } = open
  const talk = translator(shop, locale)
  const token = returnToken(context.keyring, shop.key, back.id)
  const { pages, stand } = pagesOf(context, shop)
  const shown = returnFacts(open, { shop, stand, token, talk }, context)
  return {
    facts: {
      shop,
      talk,
      now: context.now(),
      today: shown.today,
      back,
      policy,
      token,
      pages,
      addresses: addressesOf(stand),
      origin: context.origin,
      showsPrices,
      codes: shown.codes,
      may: shown.may,
    },
    said: returnSaid(shown, shop, talk, pages),
  }
}
