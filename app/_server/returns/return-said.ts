import type { FollowFacts } from '@/components/returns/follow/follow-facts'
import { followModel } from '@/components/returns/follow/follow-model'
import type { Talk } from '@/lib/i18n/translator'
import type { ReturnSaid } from '@/lib/returns/return-json'
import type { Shop } from '@/lib/shops/shop'

/** What the page of a return says of it, for its JSON; `pages` stands before the page's own addresses. */
export function returnSaid(facts: FollowFacts, shop: Shop, talk: Talk, pages: string): ReturnSaid {
  const { t } = talk
  const { tone, headline, words, way, steps, money, action, final } = followModel(facts, shop, talk)
  const current = way.steps.findIndex(({ state }) => state === 'current')
  return {
    tone,
    final,
    action: action && { text: action.label, url: `${pages}${action.href}` },
    progress: { steps: way.steps.map(({ id }) => id), current, stopped: way.stopped },
    words: {
      title: headline.text,
      meaning: [words.meaning, ...words.remarks].join(' '),
      next: words.next,
      steps: way.steps.map(({ id }) => t(`returned.way.${id}`)),
      handIn: steps.map(({ text, lines }) => ({ text, lines: [...lines] })),
      money: money && [money.headline.text, money.text].filter(Boolean).join('. '),
      labels: {
        progress: t('returned.way.label'),
        items: t('returned.items.title'),
        label: t('returned.label.title'),
        handIn: t('returned.steps.title'),
        sum: t('returned.sum.title'),
        money: money?.title ?? t('returned.money.title'),
      },
    },
  }
}
