import { sayPhrase } from '@/lib/i18n/say-phrase'
import type { Talk } from '@/lib/i18n/translator'
import { dayIn } from '@/lib/returns/add-days'
import { missingStep } from '@/lib/returns/drafts/missing-step'
import { methodJson } from '@/lib/returns/json/method-json'
import type { ReturnQuoteJson } from '@/lib/returns/json/options-types'
import { sumJson } from '@/lib/returns/json/sum-json'
import { quoteFingerprint } from '@/lib/returns/quote-fingerprint'
import type { Filled } from '@/lib/returns/request/fill-draft'
import type { Shop } from '@/lib/shops/shop'
import { draftErrors, refusalErrors } from './request-refusal'

/** What a return would come to, before it is sent; null where what it chose isn't whole. */
export function quoteAnswer(
  { view, pointers }: Filled,
  shop: Shop,
  talk: Talk,
  now: Date,
): ReturnQuoteJson | null {
  const { quote, decision, policy, currency, items, orders } = view
  if (!quote) return null
  const today = dayIn(now, shop.timeZone)
  const spoken = { talk, today }
  const named = items.map(({ item, line }) => ({ key: item.key, title: line.title, variant: line.variant }))
  const refusals = refusalErrors({ refusals: decision.refusals, code: 'refused' }, pointers, talk, today)
  return {
    sum: sumJson(quote, { items: named, orders }, spoken),
    seen: quoteFingerprint(quote),
    methods: policy.methods
      .filter(({ id }) => decision.methods.includes(id))
      .map((method) =>
        methodJson(method, { currency, isFree: decision.freeMethods.includes(method.id) }, spoken),
      ),
    approval: decision.approval,
    review: decision.review.map((phrase) => sayPhrase(phrase, talk, { today })),
    refusals: refusals.map(({ pointer, detail }) => ({ pointer, text: detail })),
    missing: draftErrors(missingStep(view, today)?.problems ?? [], pointers, talk),
  }
}
