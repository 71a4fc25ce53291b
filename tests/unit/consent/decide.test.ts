import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHANNELS, type Channel, SENT_CHANNELS, type SentChannel } from '@/lib/consent/channel'
import { type Ask, type Decision, decide, type Recipient, type Sale } from '@/lib/consent/decide'
import { ACTS, type Act, type ConsentEntry, type Subject } from '@/lib/consent/entry'
import { MARKETING, PURPOSE_IDS, PURPOSES, type Purpose } from '@/lib/consent/purpose'

const NOW = new Date('2026-11-24T12:00:00Z')
const day = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000)

let made = 0
const entry = (act: Act, subject: Subject, channel: SentChannel | null, daysAgo: number): ConsentEntry => ({
  id: String(made++),
  at: day(daysAgo),
  act,
  subject,
  channel,
})

const OWN_SALE: Sale = { at: day(30), own: true, noticed: true }
const SALES: Record<string, Sale | null> = {
  none: null,
  own: OWN_SALE,
  marketplace: { ...OWN_SALE, own: false },
  unnoticed: { ...OWN_SALE, noticed: false },
  'thirteen months old': { ...OWN_SALE, at: day(396) },
  'three years old': { ...OWN_SALE, at: day(1096) },
}

/** Logs, and what they say by themselves: `proof` of the last yes, and whether the last word was a no. */
type Log = { entries: ConsentEntry[]; proof: 'none' | 'given' | 'confirmed'; no: boolean }

function logsOf(purpose: Purpose, channel: SentChannel): Record<string, Log> {
  const other = channel === 'email' ? 'sms' : 'email'
  const mine = (act: Act, daysAgo: number) => entry(act, purpose, channel, daysAgo)
  const all = (daysAgo: number) => entry('objected', 'marketing', null, daysAgo)
  const allIsNo = PURPOSES[purpose].kind === 'marketing'
  return {
    silent: { entries: [], proof: 'none', no: false },
    requested: { entries: [mine('requested', 9)], proof: 'none', no: false },
    given: { entries: [mine('given', 9)], proof: 'given', no: false },
    confirmed: { entries: [mine('requested', 9), mine('confirmed', 8)], proof: 'confirmed', no: false },
    withdrawn: { entries: [mine('confirmed', 9), mine('withdrawn', 5)], proof: 'none', no: true },
    objected: { entries: [mine('objected', 5)], proof: 'none', no: true },
    'objected to all': {
      entries: [mine('confirmed', 9), all(5)],
      proof: allIsNo ? 'none' : 'confirmed',
      no: allIsNo,
    },
    'asked again after an objection': {
      entries: [all(9), mine('requested', 5)],
      proof: 'none',
      no: allIsNo,
    },
    'confirmed after an objection': {
      entries: [all(9), mine('confirmed', 5)],
      proof: 'confirmed',
      no: false,
    },
    'said yes on another channel': {
      entries: [entry('confirmed', purpose, other, 9)],
      proof: 'none',
      no: false,
    },
    'said yes to something else': {
      entries: [entry('confirmed', purpose === 'newsletter' ? 'review' : 'newsletter', channel, 9)],
      proof: 'none',
      no: false,
    },
  }
}

const COUNTRIES = ['DE', 'FR', 'IE', 'PL', 'AT', 'US', 'de', 'constructor', null] as const
/** Written down once more, so that a slip in the table shows. */
const CUSTOMER_MONTHS: Record<string, number> = { DE: 24, FR: 24, IE: 12 }
const SINGLE_IS_ENOUGH = new Set<string | null>(['FR', 'IE'])

type Case = { ask: Ask; log: Log; sale: Sale | null; name: string }

function* everyCase(): Generator<Case> {
  const both = [true, false]
  for (const purpose of PURPOSE_IDS)
    for (const channel of Object.keys(CHANNELS) as Channel[])
      for (const [logName, log] of Object.entries(logsOf(purpose, channel === 'page' ? 'email' : channel)))
        for (const [saleName, sale] of Object.entries(SALES))
          for (const country of COUNTRIES)
            for (const similarGoods of both)
              for (const saysHowToObject of both)
                for (const advertises of both) {
                  const ask = { purpose, channel, country, similarGoods, saysHowToObject, advertises }
                  yield { ask, log, sale, name: JSON.stringify({ ...ask, log: logName, sale: saleName }) }
                }
}

/** The law, read once more without the program: whether this may be sent. */
function mayBeSent({ ask, log, sale }: Case): boolean {
  const { purpose, channel, country } = ask
  const needsConsent = channel === 'whatsapp' || channel === 'push'
  const consented = log.proof === 'confirmed' || (log.proof === 'given' && SINGLE_IS_ENOUGH.has(country))
  const marketing = (MARKETING as readonly Purpose[]).includes(purpose)
  if (!marketing) return !ask.advertises && !log.no && (!needsConsent || consented)
  if (!ask.saysHowToObject || log.no) return false
  if (consented) return true
  const months =
    country === null ? undefined : Object.entries(CUSTOMER_MONTHS).find(([c]) => c === country)?.[1]
  const aboutTheGoods =
    purpose === 'review' ||
    purpose === 'feedback' ||
    ((purpose === 'recommendations' || purpose === 'voucher') && ask.similarGoods)
  if (channel !== 'email' || months === undefined || !sale) return false
  const isRecent = NOW.getTime() - sale.at.getTime() < months * 31 * 86_400_000
  return sale.own && sale.noticed && isRecent && aboutTheGoods
}

const decideCase = ({ ask, log, sale }: Case): Decision => decide(ask, { entries: log.entries, sale }, NOW)

describe('over all combinations', () => {
  test('what is sent has its ground, and what has a ground is sent', () => {
    let cases = 0
    const wrong: string[] = []
    const grounds = new Set<string>()
    for (const one of everyCase()) {
      cases++
      if (one.ask.channel === 'page') continue
      const decision = decideCase(one)
      grounds.add(decision.allowed ? decision.ground : decision.because)
      if (decision.allowed !== mayBeSent(one)) wrong.push(`${one.name} ${JSON.stringify(decision)}`)
    }
    expect(wrong.slice(0, 5)).toEqual([])
    expect(cases).toBe(9 * 5 * 11 * 6 * 9 * 8)
    expect([...grounds].sort()).toEqual([
      'advertising_in_service',
      'consent',
      'contract',
      'existing_customer',
      'no_consent',
      'no_notice_at_collection',
      'no_own_sale',
      'no_way_to_object',
      'not_in_country',
      'not_similar_goods',
      'objected',
      'request',
      'sale_too_old',
      'unconfirmed',
    ])
  })

  test('advertising never goes out on the contract’s ground, and nothing goes out on the page’s', () => {
    for (const one of everyCase()) {
      const decision = decideCase(one)
      if (!decision.allowed || one.ask.channel === 'page') continue
      const marketing = PURPOSES[one.ask.purpose].kind === 'marketing'
      const fits = marketing
        ? decision.ground === 'consent' || decision.ground === 'existing_customer'
        : decision.ground === 'contract' || decision.ground === 'request' || decision.ground === 'consent'
      if (!fits) throw new Error(`${one.name} ${decision.ground}`)
    }
  })

  test('the shopper’s own page needs no consent, and chooses nothing by person after an objection', () => {
    for (const one of everyCase()) {
      if (one.ask.channel !== 'page') continue
      const decision = decideCase(one)
      const advertisingInService = one.ask.advertises && PURPOSES[one.ask.purpose].kind === 'service'
      expect(decision.allowed, one.name).toBe(!advertisingInService)
      const said = one.log.entries.some(({ act, subject }) => act === 'objected' && subject === 'marketing')
      if (decision.allowed) expect(decision.personal, one.name).toBe(!said)
    }
  })
})

const anyEntry = fc.record({
  id: fc.uuid(),
  at: fc.integer({ min: 0, max: 20 }).map(day),
  act: fc.constantFrom(...ACTS),
  subject: fc.constantFrom<Subject>(...PURPOSE_IDS, 'marketing', 'personalisation'),
  channel: fc.constantFrom<SentChannel | null>(...SENT_CHANNELS, null),
})
const anyAsk = fc.record({
  purpose: fc.constantFrom(...PURPOSE_IDS),
  channel: fc.constantFrom<SentChannel>(...SENT_CHANNELS),
  country: fc.constantFrom(...COUNTRIES),
  similarGoods: fc.boolean(),
  saysHowToObject: fc.boolean(),
  advertises: fc.boolean(),
})
const anySale = fc.constantFrom(...Object.values(SALES))

describe('over any log', () => {
  test('the order in which entries are read, and reading one twice, change nothing', () => {
    fc.assert(
      fc.property(
        fc.array(anyEntry),
        anyAsk,
        anySale,
        fc.infiniteStream(fc.nat()),
        (entries, ask, sale, keys) => {
          const shuffled = [...entries, ...entries.slice(0, 3)]
            .map((one) => ({ one, key: keys.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one)
          expect(decide(ask, { entries: shuffled, sale }, NOW)).toEqual(decide(ask, { entries, sale }, NOW))
        },
      ),
    )
  })

  test('after a no that covers it nothing of it is sent, whatever was said before', () => {
    fc.assert(
      fc.property(
        fc.array(anyEntry),
        anyAsk,
        anySale,
        fc.constantFrom<Act>('withdrawn', 'objected'),
        fc.boolean(),
        (entries, ask, sale, act, everyChannel) => {
          const no = {
            id: 'no',
            at: NOW,
            act,
            subject: ask.purpose,
            channel: everyChannel ? null : ask.channel,
          }
          expect(decide(ask, { entries: [...entries, no], sale }, NOW).allowed).toBe(false)
        },
      ),
    )
  })

  test('one objection ends all advertising, and leaves news of the order alone', () => {
    fc.assert(
      fc.property(fc.array(anyEntry), anyAsk, anySale, (entries, ask, sale) => {
        const no: ConsentEntry = { id: 'no', at: NOW, act: 'objected', subject: 'marketing', channel: null }
        const before = decide(ask, { entries, sale }, NOW)
        const after = decide(ask, { entries: [...entries, no], sale }, NOW)
        if (PURPOSES[ask.purpose].kind === 'marketing') expect(after.allowed).toBe(false)
        else expect(after.allowed).toBe(before.allowed)
        if (after.allowed) expect(after.personal).toBe(false)
      }),
    )
  })

  test('a request alone opens nothing', () => {
    fc.assert(
      fc.property(fc.array(anyEntry), anyAsk, anySale, (entries, ask, sale) => {
        const request: ConsentEntry = {
          id: 'r',
          at: NOW,
          act: 'requested',
          subject: ask.purpose,
          channel: ask.channel,
        }
        const before = decide(ask, { entries, sale }, NOW)
        expect(decide(ask, { entries: [...entries, request], sale }, NOW).allowed).toBe(before.allowed)
      }),
    )
  })
})

describe('said in single sentences', () => {
  const ask = (more: Partial<Ask> = {}): Ask => ({
    purpose: 'review',
    channel: 'email',
    country: 'DE',
    similarGoods: false,
    saysHowToObject: true,
    advertises: false,
    ...more,
  })
  const customer: Recipient = { entries: [], sale: OWN_SALE }

  test('a customer who was told at the checkout may be asked for a review by mail, not by short message', () => {
    expect(decide(ask(), customer, NOW)).toEqual({
      allowed: true,
      ground: 'existing_customer',
      personal: true,
    })
    expect(decide(ask({ channel: 'sms' }), customer, NOW)).toEqual({ allowed: false, because: 'no_consent' })
  })

  test('a newsletter needs consent, and in Germany a confirmed one', () => {
    const given = { entries: [entry('given', 'newsletter', 'email', 3)], sale: OWN_SALE }
    expect(decide(ask({ purpose: 'newsletter' }), customer, NOW)).toEqual({
      allowed: false,
      because: 'no_consent',
    })
    expect(decide(ask({ purpose: 'newsletter' }), given, NOW)).toEqual({
      allowed: false,
      because: 'unconfirmed',
    })
    expect(decide(ask({ purpose: 'newsletter', country: 'FR' }), given, NOW)).toMatchObject({
      ground: 'consent',
    })
  })

  test('a year of Ireland’s ends on its day', () => {
    const soldAt = (at: string): Recipient => ({ entries: [], sale: { ...OWN_SALE, at: new Date(at) } })
    const irish = ask({ country: 'IE' })
    expect(decide(irish, soldAt('2025-11-24T12:00:00Z'), NOW).allowed).toBe(true)
    expect(decide(irish, soldAt('2025-11-24T11:59:59Z'), NOW)).toEqual({
      allowed: false,
      because: 'sale_too_old',
    })
    const leapDay = new Date('2028-02-29T12:00:00Z')
    expect(decide(irish, soldAt('2027-02-28T12:00:00Z'), leapDay).allowed).toBe(true)
    expect(decide(irish, soldAt('2027-02-28T11:00:00Z'), leapDay).allowed).toBe(false)
  })

  test('a yes and a no at the same moment are a no', () => {
    const entries = [entry('confirmed', 'review', 'email', 1), entry('withdrawn', 'review', 'email', 1)]
    expect(decide(ask(), { entries, sale: null }, NOW)).toEqual({ allowed: false, because: 'objected' })
  })

  test('personalisation can be forbidden and allowed again without touching what is sent', () => {
    const off = entry('objected', 'personalisation', null, 5)
    const on = entry('allowed', 'personalisation', null, 4)
    expect(decide(ask(), { entries: [off], sale: OWN_SALE }, NOW)).toMatchObject({
      allowed: true,
      personal: false,
    })
    expect(decide(ask(), { entries: [on, off], sale: OWN_SALE }, NOW)).toMatchObject({ personal: true })
  })
})
