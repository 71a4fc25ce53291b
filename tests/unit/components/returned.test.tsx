import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Frame } from '@/components/page/frame'
import type { FollowFacts } from '@/components/returns/follow/follow-facts'
import { type FollowModel, followModel } from '@/components/returns/follow/follow-model'
import { FollowPage } from '@/components/returns/follow/follow-page'
import type { Stage } from '@/components/returns/follow/stage'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { refundClock } from '@/lib/returns/refund-clock'
import { brandCss } from '@/lib/shops/brand-css'
import { box, followFacts, item, NOW, parcel, payment, sentReturn } from '@/tests/support/follow-facts'
import { alpine } from '@/tests/support/sample-shops'

const LABELLESS = { boxes: [box({ label: null, labelState: 'none', carrier: null, number: null })] }
const method = (kind: 'store' | 'pickup' | 'own_carrier') => ({
  state: 'approved' as const,
  labelExpiresAt: null,
  ...LABELLESS,
  method: {
    id: kind,
    kind,
    store: kind === 'store' ? { id: 'm', name: 'Munich', address: 'Marienplatz 1' } : null,
    pickupDay: kind === 'pickup' ? '2026-11-27' : null,
  },
})
const SCANNED = { state: 'in_transit' as const, sentAt: '2026-11-20T16:31:00.000Z' }
const RECEIVED = { ...SCANNED, state: 'received' as const, receivedAt: '2026-11-23T08:00:00.000Z' }
const CHECKED = { ...RECEIVED, state: 'checked' as const, checkedAt: '2026-11-24T09:00:00.000Z' }
const SENT = payment({ state: 'sent', sentAt: '2026-11-24T10:00:00.000Z' })
const swap = item({
  outcome: 'exchange_variant',
  exchange: { sku: 'L', title: 'Regenjacke Karwendel', variant: 'L / Enzian', price: 18990 },
})
const quote = (more: object) => ({ quote: { ...sentReturn().quote, ...more } })

/** One return for each thing that a page can say first. */
const STAGES: Record<Stage, () => FollowFacts> = {
  requested: () => followFacts({ state: 'requested', ...LABELLESS }),
  review: () => followFacts({ state: 'needs_review', ...LABELLESS }, { reviewReasons: ['It was dear.'] }),
  making: () => followFacts({ state: 'approved', boxes: [box({ label: null, labelState: 'due' })] }),
  labelLate: () => followFacts({ state: 'approved', boxes: [box({ label: null, labelState: 'failed' })] }),
  print: () => followFacts(),
  show: () =>
    followFacts({
      method: { id: 'q', kind: 'qr', store: null, pickupDay: null },
      boxes: [
        box({
          label: {
            provider: 'builtin',
            reference: null,
            files: [],
            qrText: 'RR1',
            barcode: 'RR1',
            symbology: 'code128',
          },
        }),
      ],
    }),
  store: () => followFacts(method('store')),
  pickup: () => followFacts(method('pickup')),
  own: () => followFacts(method('own_carrier')),
  kept: () => followFacts({ state: 'approved', items: [item({ outcome: 'keep' })], boxes: [] }),
  moving: () => followFacts(SCANNED),
  checking: () => followFacts(RECEIVED),
  checked: () => followFacts(CHECKED),
  moneyLate: () => followFacts({ ...CHECKED, payments: [payment({ state: 'failed' })] }),
  choice: () => followFacts({ ...RECEIVED, items: [swap] }, { unavailable: ['1'] }),
  refunded: () => followFacts({ ...CHECKED, state: 'refunded', payments: [SENT] }),
  refundedThere: () =>
    followFacts({ ...CHECKED, state: 'refunded', payments: [SENT] }, { today: '2026-12-05' }),
  refundedEarly: () => followFacts({ ...SCANNED, state: 'refunded', payments: [SENT] }),
  credited: () =>
    followFacts({
      ...CHECKED,
      state: 'credited',
      items: [item({ outcome: 'store_credit' })],
      payments: [{ ...SENT, kind: 'credit' }],
      ...quote({ refund: 0, credit: 18990 }),
    }),
  exchanged: () => followFacts({ ...CHECKED, state: 'exchanged', items: [swap], ...quote({ refund: 0 }) }),
  repaired: () =>
    followFacts({
      ...CHECKED,
      state: 'exchanged',
      items: [item({ outcome: 'repair' })],
      ...quote({ refund: 0 }),
    }),
  nothing: () => followFacts({ ...CHECKED, state: 'refunded', payments: [], ...quote({ refund: 0 }) }),
  rejected: () => followFacts({ state: 'rejected', ...LABELLESS }),
  cancelled: () => followFacts({ state: 'cancelled', boxes: [box({ labelState: 'voided' })] }),
  expired: () => followFacts({ state: 'expired', boxes: [box({ labelState: 'voided' })] }),
}
const NAMES = Object.keys(STAGES).filter((name): name is Stage => Object.hasOwn(STAGES, name))

const modelOf = (facts: FollowFacts, locale: Locale = 'en'): FollowModel =>
  followModel(facts, alpine, translator(alpine, locale))

function pageOf(facts: FollowFacts, locale: Locale = 'en'): string {
  const frame: Frame = {
    talk: translator(alpine, locale),
    shop: alpine,
    styles: ['body{margin:0}', brandCss(alpine.brand)],
    islands: [],
    alternates: [],
    origin: 'https://shop.example',
    canonicalHref: null,
    lookUpHref: '/alpenglueck/en',
    iconHref: null,
    pictureHref: null,
    chrome: true,
    indexed: false,
  }
  const follow = modelOf(facts, locale)
  return renderToStaticMarkup(<FollowPage frame={frame} follow={follow} self="/r" etag={'"1"'} />)
}

const textOf = (markup: string): string =>
  markup
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')

describe('the page of a sent return', () => {
  it.each(NAMES)('knows %s by what has happened', (name) => {
    expect(modelOf(STAGES[name]()).stage).toBe(name)
  })

  it.each(NAMES)('says %s in one headline of every language, without a hole', (name) => {
    for (const locale of ['en', 'de', 'fr', 'bar'] as const) {
      const page = pageOf(STAGES[name](), locale)
      expect(page.match(/<h1/g), locale).toHaveLength(1)
      expect(page).not.toContain('style="')
      expect(textOf(page)).not.toMatch(/undefined|null|NaN|\{\w+\}/)
    }
  })

  it('says the answer first: what to do by when, where it is, what was sent', () => {
    const said = (name: Stage) => modelOf(STAGES[name]()).headline.text
    expect(said('print')).toBe('Print the label and hand it in by Friday 4 December')
    expect(said('pickup')).toBe('Collected at the door on Friday 27 November')
    expect(said('checking')).toBe('Arrived, we’re checking it')
    expect(said('refunded')).toBe('Refund sent, €189.90 with you by Tuesday 1 December')
  })

  it('says "today" on the last day, and counts several labels', () => {
    const last = followFacts({ labelExpiresAt: '2026-11-24T22:59:59.999Z' })
    expect(modelOf(last).headline.text).toBe('Print the label and hand it in today, it’s the last day')
    const two = followFacts({ boxes: [box(), box({ box: 2 })] })
    expect(modelOf(two).headline.text).toBe('Print 2 labels and hand them in by Friday 4 December')
    expect(modelOf(two).labels.map(({ nth }) => nth)).toEqual(['for parcel 1 of 2', 'for parcel 2 of 2'])
  })

  it('is loud only where the shopper has something to do', () => {
    const loud = NAMES.filter((name) => modelOf(STAGES[name]()).tone === 'action')
    expect(loud).toEqual(['print', 'show', 'store', 'own', 'choice'])
  })

  it('lets its only parcel speak while it travels', () => {
    const model = modelOf(followFacts(SCANNED, { parcels: [parcel('range')] }))
    expect(model.headline.text).toBe('Reaches us between Thursday 26 and Saturday 28 November')
    expect(model.parcels[0]?.parcel.history).toHaveLength(5)
  })

  it('offers no label that can’t be used', () => {
    for (const name of ['making', 'labelLate', 'cancelled', 'expired', 'moving', 'refunded'] as const)
      expect(modelOf(STAGES[name]()).labels, name).toEqual([])
    expect(modelOf(STAGES.print()).labels[0]).toMatchObject({
      code: null,
      paper: [{ form: 'a4' }, { form: 'a6' }],
    })
    expect(modelOf(STAGES.show()).labels[0]?.code).not.toBeNull()
  })

  it('leads to the shop and back: what comes home is what it is given for', () => {
    const way = (name: Stage) => modelOf(STAGES[name]()).way
    expect(way('print').steps.map(({ id }) => id)).toEqual(['asked', 'travel', 'shop', 'refund', 'home'])
    expect(way('kept').steps.map(({ id }) => id)).toEqual(['asked', 'refund', 'home'])
    const at = (name: Stage) => way(name).steps.find(({ state }) => state === 'current')?.id
    expect((['print', 'moving', 'checking', 'refunded', 'refundedThere'] as const).map(at)).toEqual([
      'asked',
      'travel',
      'shop',
      'refund',
      'home',
    ])
    expect(way('rejected')).toMatchObject({ stopped: true })
  })
})

describe('the way of the money', () => {
  const money = (facts: FollowFacts) => {
    const model = modelOf(facts).money
    if (!model) throw new Error('no money')
    return model
  }

  it('tells what comes in the order of the shop’s rule, the days of the bank included', () => {
    const keys = (refundTrigger: 'first_scan' | 'receipt' | 'check') =>
      money(followFacts({ refundTrigger })).steps.map(({ key }) => key)
    expect(keys('check')).toEqual(['asked', 'handedIn', 'received', 'checked', 'refund', 'bank'])
    expect(keys('receipt')).toEqual(['asked', 'handedIn', 'received', 'refund', 'bank', 'checked'])
    expect(keys('first_scan')).toEqual(['asked', 'handedIn', 'refund', 'bank', 'received', 'checked'])
  })

  it('marks one step as the present one', () => {
    for (const name of NAMES) {
      const steps = modelOf(STAGES[name]()).money?.steps ?? []
      expect(steps.filter(({ state }) => state === 'current').length, name).toBeLessThanOrEqual(1)
    }
    const { steps } = money(STAGES.checked())
    expect(steps.find(({ state }) => state === 'current')?.title).toBe('€189.90 goes back to you')
  })

  it('counts the days, stands still when it was sent, and says whose fault it is when they are over', () => {
    expect(money(STAGES.print()).headline.text).toBe('14 days at most, from the first scan on')
    expect(money(STAGES.checking())).toMatchObject({
      headline: { text: 'Day 4 of at most 14' },
      ruler: { of: 14, day: 4 },
    })
    expect(money(STAGES.refunded()).headline.text).toBe('Sent on day 4 of at most 14')
    const late = followFacts(CHECKED)
    late.clock = refundClock(late.back, new Date(NOW.getTime() + 12 * 86_400_000), 'Europe/Berlin')
    expect(money(late)).toMatchObject({
      tone: 'critical',
      headline: { text: 'Day 16 and the 14 days are over' },
    })
  })

  it('names the deduction and takes it off before anything is planned', () => {
    const facts = followFacts({
      ...CHECKED,
      items: [
        item({
          grade: 'worn',
          deduction: 2000,
          deductionReason: 'A stain.',
          checkedAt: CHECKED.checkedAt,
          receivedQuantity: 1,
        }),
      ],
    })
    const model = modelOf(facts)
    expect(model.headline.text).toBe('Checked, €169.90 comes back to you')
    expect(model.items[0]?.check).toMatchObject({
      grade: 'Signs of use',
      deduction: '€20.00 deducted',
      reason: 'A stain.',
      contestHref: expect.stringContaining('/contest?item=1'),
    })
    expect(model.sum?.lines.map(({ label, amount }) => [label, amount])).toEqual([
      ['1 item', '€189.90'],
      ['Deducted after the check', '−€20.00'],
      ['Refund', '€169.90'],
    ])
  })

  it('shows a credit’s code, and no price of a present', () => {
    const facts = { ...STAGES.credited(), codes: { p1: 'ALPEN-7QX2' } }
    expect(textOf(pageOf(facts))).toContain('ALPEN-7QX2')
    const gift = followFacts({ gift: true, payments: [] })
    expect(modelOf(gift).sum).toBeNull()
    expect(modelOf(gift).items[0]?.paid).toBe('')
    for (const state of ['due', 'waiting'] as const) {
      const owed = followFacts({
        gift: true,
        items: [item({ outcome: 'store_credit' })],
        payments: [payment({ kind: 'credit', state })],
        ...quote({ refund: 0, credit: 18990 }),
      })
      expect(modelOf(owed).money?.steps.at(-1)?.title).toBe('Store credit')
      expect(textOf(pageOf(owed))).not.toContain('€')
    }
  })

  it('says of a present that something was deducted and why, never how much', () => {
    const worn = item({
      outcome: 'store_credit',
      grade: 'worn',
      deduction: 2000,
      deductionReason: 'A stain.',
      checkedAt: CHECKED.checkedAt,
      receivedQuantity: 1,
    })
    const facts = followFacts({
      ...CHECKED,
      gift: true,
      items: [worn],
      payments: [payment({ kind: 'credit', state: 'due' })],
      ...quote({ refund: 0, credit: 18990 }),
    })
    const text = textOf(pageOf(facts))
    expect(text).toContain('something deducted')
    expect(text).toContain('A stain.')
    expect(text).not.toMatch(/€|20\.00/)
    expect(modelOf(facts).items[0]?.check?.contestHref).toContain('/contest?item=1')
  })

  it('of an exchange is the way of the new item, by the rule for goods', () => {
    const swapped = (shipExchange: 'at_once' | 'first_scan' | 'receipt') =>
      money(followFacts({ items: [swap], shipExchange, ...quote({ refund: 0 }) }))
    expect(swapped('receipt').headline.text).toBe('L / Enzian is coming instead')
    const keys = (rule: Parameters<typeof swapped>[0]) => swapped(rule).steps.map(({ key }) => key)
    expect(keys('at_once')).toEqual(['asked', 'exchange', 'handedIn', 'received', 'checked'])
    expect(keys('receipt')).toEqual(['asked', 'handedIn', 'received', 'exchange', 'checked'])
  })

  it('is none where nothing is paid out, and the goods of an exchange are told all the same', () => {
    expect(modelOf(STAGES.nothing()).money).toBeNull()
    const given = payment({ kind: 'exchange', state: 'sent', sentAt: CHECKED.checkedAt })
    const mixed = followFacts({ ...STAGES.nothing().back, items: [item(), swap], payments: [given] })
    expect(modelOf(mixed).stage).toBe('exchanged')
  })

  it('is told of a return that was called off where what was paid for an exchange comes back', () => {
    for (const name of ['cancelled', 'rejected', 'expired'] as const) {
      const { back } = STAGES[name]()
      const due = payment({ state: 'due', amount: 3_000 })
      const steps = modelOf(followFacts({ ...back, payments: [due] })).money?.steps
      expect(
        steps?.map(({ title, state }) => [title, state]),
        name,
      ).toEqual([
        ['Return registered', 'done'],
        ['€30.00 goes back to you', 'current'],
      ])
    }
  })

  it('is none for a return that ended before anything came of it, and no sum is promised', () => {
    for (const name of ['cancelled', 'rejected', 'expired'] as const) {
      expect(modelOf(STAGES[name]()).money, name).toBeNull()
      expect(modelOf(STAGES[name]()).sum, name).toBeNull()
    }
  })
})
