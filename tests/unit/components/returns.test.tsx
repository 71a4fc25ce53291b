import { JSDOM } from 'jsdom'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Frame } from '@/components/page/frame'
import { itemsModel } from '@/components/returns/items-model'
import { methodModel } from '@/components/returns/method-model'
import { outcomesModel } from '@/components/returns/outcomes-model'
import { problemWords } from '@/components/returns/problem-words'
import { chosenReasons, reasonsModel } from '@/components/returns/reasons-model'
import { reviewModel } from '@/components/returns/review-model'
import { stepsOf, wayModel } from '@/components/returns/way-model'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { DRAFT_PROBLEM_SAMPLES } from '@/tests/support/draft-problem-samples'
import { MIXED, portalPages, voiceIn } from '@/tests/support/portal-pages'
import { draftItem, draftOf, draftView, FIRST_ORDER } from '@/tests/support/sample-drafts'
import { alpine, paris } from '@/tests/support/sample-shops'

const frameIn = (locale: Locale, shop = alpine): Frame => ({
  talk: translator(shop, locale),
  shop,
  styles: ['body{margin:0}'],
  islands: [],
  alternates: [],
  origin: 'https://shop.example',
  canonicalHref: null,
  lookUpHref: '/shop/en',
  iconHref: null,
  pictureHref: null,
  chrome: true,
  indexed: false,
})

const PRESENT = draftView(
  draftOf([draftItem('1', { reason: 'size', subReason: 'too_small', outcome: 'store_credit' })], {
    gift: true,
    method: 'qr',
  }),
)

const pagesOf = (locale: Locale, view = MIXED, prices = true, shop = alpine) =>
  Object.entries(
    portalPages(shop, view, voiceIn(shop, locale, prices), { frame: frameIn(locale, shop) }),
  ).map(([name, page]) => {
    const html = renderToStaticMarkup(page)
    return { name, html, document: new JSDOM(html).window.document }
  })
const page = (name: string, ...asked: Parameters<typeof pagesOf>) => {
  const found = pagesOf(...asked).find((one) => one.name === name)
  if (!found) throw new Error(`no page ${name}`)
  return found
}

describe.each(LOCALES)('every page of the portal in %s', (locale) => {
  it('says one thing first, in a single h1', () => {
    for (const { name, document } of pagesOf(locale))
      expect([name, document.querySelectorAll('h1').length]).toEqual([name, 1])
  })

  it('names every field and every group, and answers to one id only once', () => {
    for (const { name, document } of pagesOf(locale)) {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
      expect([name, ids.filter((id, index) => ids.indexOf(id) !== index)]).toEqual([name, []])
      for (const field of document.querySelectorAll<HTMLInputElement>(
        'input:not([type=hidden]),select,textarea',
      ))
        expect([name, field.name, field.labels?.length]).toEqual([name, field.name, 1])
      for (const group of document.querySelectorAll('fieldset'))
        expect(group.querySelector('legend')?.textContent, name).not.toBe('')
      for (const radio of document.querySelectorAll('input[type=radio]'))
        expect(radio.closest('fieldset'), name).not.toBeNull()
      for (const described of document.querySelectorAll('[aria-describedby]'))
        for (const id of (described.getAttribute('aria-describedby') ?? '').split(' '))
          expect([name, id, document.getElementById(id) !== null]).toEqual([name, id, true])
    }
  })

  it('shows a present without any price', () => {
    for (const { name, document } of pagesOf(locale, PRESENT, false)) {
      const values = [...document.querySelectorAll<HTMLInputElement>('input')].map(({ value }) => value)
      const said = [document.querySelector('main')?.textContent, ...values].join(' ')
      expect([name, /€|EUR|\d[.,]\d\d/.exec(said)?.[0]]).toEqual([name, undefined])
    }
  })
})

it('speaks to the reader as the shop does', () => {
  const text = pagesOf('fr', MIXED, true, paris)
    .map(({ document }) => document.querySelector('main')?.textContent)
    .join(' ')
  expect(text).toContain('Que voulez‑vous à la place ?')
  expect(text).not.toMatch(/\b(ton|tes|toi)\b/)
})

describe('the items', () => {
  it('are parted by straight lines', () => {
    const { document } = page('items', 'en')
    const rows = [...document.querySelectorAll('[data-part="line"]')]
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.className).toMatch(/^(?=.*\bborder-b\b)(?!.*\brounded)/)
  })

  const voice = voiceIn(alpine, 'en')

  it('say until when they can go back, and what only a fault takes back', () => {
    const [order] = itemsModel(MIXED, [], voice)
    expect(order?.lines.map(({ facts }) => facts[0])).toEqual([
      'Can go back until Sunday 20 December',
      'Can go back until Sunday 20 December',
      'Only if something’s wrong with it',
    ])
  })

  it('that can’t go back have no box to tick, and say why', () => {
    const view = draftView(MIXED.draft, {
      ...MIXED.policy,
      rules: [
        {
          id: 'worn',
          priority: 99,
          when: { all: [] },
          actions: [{ do: 'deny', words: { en: 'Worn socks can’t go back.' } }],
        },
      ],
    })
    const [order] = itemsModel(view, [], voice)
    expect(order?.lines.map(({ most }) => most)).toEqual([0, 0, 0])
    expect(order?.lines[0]?.facts).toEqual(['Worn socks can’t go back.'])
    const { document } = page('items', 'en', { ...MIXED, orders: view.orders })
    expect(document.querySelectorAll('input[type=checkbox]').length).toBe(0)
    expect(document.querySelector('form')).toBeNull()
  })

  it('ask how many only where there are several', () => {
    const { document } = page('items', 'en')
    expect([...document.querySelectorAll('select')].map(({ options }) => options.length)).toEqual([3])
  })
})

describe('the reasons', () => {
  it('are those of the policy, with what was answered', () => {
    const [first] = reasonsModel(MIXED, chosenReasons(MIXED), (id) => id, voiceIn(alpine, 'de'))
    expect(first?.reasons.find(({ chosen }) => chosen)).toMatchObject({
      label: 'Passt nicht',
      subReasons: [{ label: 'Zu klein', chosen: true }, { chosen: false }],
    })
  })

  it('put the usual button before those that take something away, for the Enter key', () => {
    const { document } = page('reasons', 'en')
    const buttons = [...document.querySelectorAll('form button')].map((button) =>
      button.getAttribute('value'),
    )
    expect(buttons[0]).toBeNull()
    expect(buttons).toContain('remove-p1')
  })

  it('show what a reason asks only below it', () => {
    const { html } = page('reasons', 'en')
    expect(html).toContain('group-not-has-[[data-choice]:checked]/choice:hidden')
    expect(html).toContain('name="subReason-1-size"')
    expect(html).toContain('name="subReason-1-not_as_expected"')
  })
})

describe('the outcomes', () => {
  const voice = voiceIn(alpine, 'en')

  it('say what each gives, and what another variant costs or has left', () => {
    const [jacket] = outcomesModel(MIXED, [], voice)
    expect(jacket?.hint).toMatch(/^The next size may be just right/)
    expect(jacket?.outcomes.map(({ id, gives, bonus }) => [id, gives, bonus])).toEqual([
      ['refund', '€183.04', null],
      ['store_credit', '€183.04', 'and 10% on top'],
      ['exchange_variant', null, null],
      ['exchange_product', null, null],
    ])
    const variants = jacket?.outcomes.find(({ variants }) => variants)?.variants ?? []
    expect(variants.map(({ sku, difference, stock, soldOut }) => [sku, difference, stock, soldOut])).toEqual([
      ['JACKET-L', 'same price', 'only 2 left', false],
      ['JACKET-XL', 'same price', 'sold out', true],
      ['JACKET-LM', '€19.28 to pay', null, false],
    ])
  })

  it('group other products with their variants', () => {
    const [jacket] = outcomesModel(MIXED, [], voice)
    const products = jacket?.outcomes.find(({ products }) => products)?.products ?? []
    expect(products.map(({ title, from, offers }) => [title, from, offers.length])).toEqual([
      ['Wollmütze Isar', 'from €39.00', 2],
      ['Fleecejacke Zugspitz', 'from €229.00', 1],
    ])
  })
})

describe('the way back', () => {
  it('has the price of each method, none where it is free of one', () => {
    const { methods } = methodModel(
      MIXED,
      { method: null, store: null, pickupDay: null, own: [], boxOf: [], boxes: 2 },
      voiceIn(alpine, 'en'),
    )
    expect(methods.map(({ id, price }) => [id, price])).toEqual([
      ['qr', 'free'],
      ['label', 'free'],
      ['store', 'free'],
      ['pickup', '€4.90'],
      ['own', null],
    ])
    expect(methods.find(({ id }) => id === 'own')?.own.map(({ carrierField }) => carrierField)).toEqual([
      'carrier-1',
      'carrier-2',
    ])
    expect(methods.find(({ id }) => id === 'pickup')?.days[0]?.label).toBe('Monday 30 November')
  })
})

describe('the sum', () => {
  it('adds up to the cent, line by line', () => {
    const { quote } = MIXED
    if (!quote) throw new Error('no sum')
    const { sum, headline } = reviewModel(MIXED, quote, 'Alpenglück', voiceIn(alpine, 'en'))
    const cents = (text: string) => Number(text.replace('−', '-').replace(/[^\d-]/g, ''))
    const total = (sum?.lines ?? []).reduce((all, { amount }) => all + cents(amount), 0)
    expect(total).toBe(quote.refund + quote.credit - quote.pay)
    expect(typeof headline === 'string' ? headline : headline.text).toBe(
      '€12.45 back to you, and €65.89 as store credit',
    )
  })
})

describe('the way', () => {
  it('leaves out the way back where everything is kept', () => {
    const kept = draftView(
      draftOf([draftItem('1', { lineId: '2', reason: 'size', subReason: 'too_small', outcome: 'keep' })]),
    )
    expect(stepsOf(kept)).toEqual(['items', 'reasons', 'outcomes', 'review'])
    expect(stepsOf(MIXED)).toHaveLength(5)
  })

  it('links what was answered, and only that', () => {
    expect(
      wayModel(stepsOf(MIXED), 'outcomes', (step) => `/${step}`).map(({ state, href }) => [state, href]),
    ).toEqual([
      ['done', '/items'],
      ['done', '/reasons'],
      ['current', null],
      ['ahead', null],
      ['ahead', null],
    ])
  })
})

describe('what is wrong', () => {
  it.each(LOCALES)('is said in %s, whatever it is', (locale) => {
    const { t } = translator(alpine, locale)
    for (const { key, values } of DRAFT_PROBLEM_SAMPLES) {
      const [said] = problemWords([{ field: 'reason-1', key, values }], t, () => FIRST_ORDER.number)
      if (key !== 'other') expect(said?.text, key).not.toBe(t('returns.errors.other'))
      expect(said?.text).not.toMatch(/[{}]/)
    }
  })

  it('is said once for a field, and never as a bare key', () => {
    const { t } = translator(alpine, 'en')
    const problems = [
      { field: 'method', key: 'methodMissing' },
      { field: 'method', key: 'storeMissing' },
      { field: 'box-1', key: 'nobodyKnowsThis' },
    ]
    expect(problemWords(problems, t)).toEqual([
      { field: 'method', text: 'Choose a way back.' },
      { field: 'box-1', text: 'This answer doesn’t fit. Choose again.' },
    ])
  })
})
