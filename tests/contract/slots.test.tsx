import { readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { SLOTS } from '@/components/slots/registry'
import { LOCALES } from '@/lib/i18n/locales'
import { placedSlotSchema } from '@/lib/slots/placed-slot'
import { PLACEMENTS } from '@/lib/slots/placement'
import type { SlotData } from '@/lib/slots/slot-data'
import { renderSlot } from '@/tests/support/render-slot'
import { alpine } from '@/tests/support/sample-shops'
import { SLOT_DATA, SLOT_SETTINGS, slotContext } from '@/tests/support/slot-samples'

const IDS = Object.keys(SLOTS)

/** An order of which nothing is known. */
const NOTHING: SlotData = {
  order: { value: 0, currency: 'EUR', delivered: false, mayAct: false, referralCode: null },
  products: [],
  voucher: null,
  pickups: [],
  items: [],
  care: { addressHref: null, addressCorrected: false, wishesHref: null, wished: null },
  feedback: null,
  hasEmail: false,
}

const bodyOf = (element: React.ReactElement | null): HTMLElement =>
  new JSDOM(element ? renderToStaticMarkup(element) : '').window.document.body

const kindOf = (id: string) => {
  const slot = SLOTS[id]
  if (!slot) throw new Error(id)
  return slot
}

const speaksWith = (id: string, settings: unknown, data: SlotData): boolean =>
  kindOf(id).speaks(kindOf(id).settings.parse(settings), data)

const shown = (id: string, changes: Partial<SlotData> = {}, settings?: unknown): HTMLElement =>
  bodyOf(
    renderSlot(id, slotContext(alpine, 'de', 'here'), {
      data: { ...SLOT_DATA, ...changes },
      ...(settings === undefined ? {} : { settings }),
    }),
  )

const hrefs = (body: HTMLElement): string[] =>
  [...body.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')

/** What would lay a slot out by somebody else's width, or colour it past the shop's tokens. */
const FOREIGN_CLASS =
  /^(?:-?m[xytbse]?-.+|(?:min-)?w-\[.+|(?:bg|text|border)-(?:white|black|\[#.+|(?:red|green|blue|gray|amber)-\d+)|dark:.+|overflow-x-.+)$/

describe('the registry', () => {
  it('names each slot once, by its own id', () => {
    for (const id of IDS) expect(kindOf(id).id).toBe(id)
    expect(IDS.length).toBeGreaterThanOrEqual(17)
  })

  it.each(IDS)('%s says where it may stand, and parses a merchant who says nothing', (id) => {
    const { placements, settings } = kindOf(id)
    expect(id).toMatch(/^[a-z][a-z0-9-]*$/)
    expect(placements.length).toBeGreaterThan(0)
    for (const placement of placements) expect(PLACEMENTS).toContain(placement)
    expect(new Set(placements).size).toBe(placements.length)
    expect(settings.safeParse({}).success).toBe(true)
  })

  it.each(IDS)('%s refuses a setting that it hasn’t, by name', (id) => {
    const { error } = kindOf(id).settings.safeParse({ tilte: 'x' })
    expect(error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: ['tilte'] }])
  })

  it.each(IDS)('%s gives back what it parsed when it is parsed again', (id) => {
    const { settings } = kindOf(id)
    const once = settings.parse(SLOT_SETTINGS[id] ?? {})
    expect(settings.parse(once)).toEqual(once)
  })

  it('sells nothing directly under the answer', () => {
    for (const id of IDS)
      if (kindOf(id).purpose === 'marketing') expect(kindOf(id).placements).not.toContain('under-status')
  })

  it('keeps silent about an order of which nothing is known, but for an address to write to', () => {
    expect(IDS.filter((id) => speaksWith(id, {}, NOTHING))).toEqual(['contact', 'newsletter'])
  })

  it('has something to show for every slot here', () => {
    for (const id of IDS) expect(speaksWith(id, SLOT_SETTINGS[id] ?? {}, SLOT_DATA), id).toBe(true)
  })
})

describe('the documents', () => {
  const text = readFileSync(new URL('../../docs/slots/slots.md', import.meta.url), 'utf8')
  const examples = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => JSON.parse(json))

  it('name every slot', () => {
    for (const id of IDS) expect(text).toContain(`\`${id}\``)
  })

  it.each(examples)('show a placed slot as it may be written: $slot', (body) => {
    const placed = placedSlotSchema.parse(body)
    const { settings, placements } = kindOf(placed.slot)
    expect(placements).toContain(placed.placement)
    expect(settings.safeParse(placed.settings).error).toBeUndefined()
  })
})

describe.each(LOCALES)('in %s', (locale) => {
  describe.each(IDS)('%s', (id) => {
    const body = bodyOf(renderSlot(id, slotContext(alpine, locale, 'here', { framed: true })))
    const html = body.innerHTML
    const section = body.firstElementChild

    it('is one section, named by its heading', () => {
      expect(body.childElementCount).toBe(1)
      expect(section?.tagName).toBe('SECTION')
      expect(section?.getAttribute('data-slot')).toBe(id)
      const heading = body.querySelector('h2')
      expect(body.querySelectorAll('h1')).toHaveLength(0)
      expect(heading?.textContent.trim().length).toBeGreaterThan(3)
      expect(section?.getAttribute('aria-labelledby')).toBe('here-title')
      expect(body.querySelector('#here-title')?.textContent).toBe(heading?.textContent)
    })

    it('takes its ids from the slot’s, so that two of a kind don’t meet', () => {
      const ids = [...body.querySelectorAll('[id]')].map((element) => element.id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const name of ids) expect(name).toMatch(/^here-/)
    })

    it('asks nobody but us for anything, and runs nothing', () => {
      expect(body.querySelectorAll('script, iframe, link, style, object, video, audio')).toHaveLength(0)
      expect(html).not.toMatch(/\son\w+=|\sstyle=|srcset|javascript:/i)
      for (const image of body.querySelectorAll('img'))
        expect(image.getAttribute('src')).toMatch(/^(?:\/(?!\/)|data:image\/)/)
    })

    it('gives every picture its room before it is there', () => {
      const images = [...body.querySelectorAll('img')]
      expect(images.length).toBeLessThanOrEqual(3)
      for (const image of images) {
        expect(Number(image.getAttribute('width'))).toBeGreaterThan(0)
        expect(Number(image.getAttribute('height'))).toBeGreaterThan(0)
        expect(image.getAttribute('loading')).toBe('lazy')
        expect(image.hasAttribute('alt')).toBe(true)
      }
    })

    it('lays itself out by its own width and colours itself by the shop’s tokens', () => {
      const own = (section?.getAttribute('class') ?? '').split(' ')
      expect(own).toContain('@container')
      expect(own.filter((name) => /^-?m[xytbse]?-/.test(name))).toEqual([])
      const classes = [...body.querySelectorAll('[class]')].flatMap((element) => [...element.classList])
      const foreign = classes.filter((name) => FOREIGN_CLASS.test(name) && !/^-?m[xytbse]?-/.test(name))
      expect(foreign).toEqual([])
      expect(classes.filter((name) => /^(?:sm|lg):/.test(name) && !name.startsWith('sm:w-'))).toEqual([])
    })

    it('leads to the shop through the counted way, and out of the frame', () => {
      for (const link of body.querySelectorAll('a')) {
        const href = link.getAttribute('href') ?? ''
        expect(href).toMatch(/^(?:\/alpenglueck\/|mailto:)/)
        if (href.includes('/go/')) expect(link.getAttribute('target'), href).toBe('_top')
      }
    })

    it('has a name for everything that is pressed or filled in', () => {
      for (const control of body.querySelectorAll('a, button, summary'))
        expect((control.getAttribute('aria-label') ?? control.textContent).trim()).not.toBe('')
      for (const field of body.querySelectorAll('input:not([type=hidden]), textarea')) {
        const label = field.closest('label') ?? body.querySelector(`label[for="${field.id}"]`)
        expect(label?.textContent.trim()).toBeTruthy()
      }
      for (const form of body.querySelectorAll('form')) {
        expect(form.getAttribute('method')).toBe('post')
        expect(form.getAttribute('action')).toMatch(/^\/alpenglueck\//)
      }
    })
  })
})

describe('products', () => {
  it('are three at most, however many there are', () => {
    expect(shown('products').querySelectorAll('li')).toHaveLength(3)
    expect(kindOf('products').settings.safeParse({ most: 4 }).success).toBe(false)
  })

  it('show no picture of the shop’s own address', () => {
    expect(shown('products').innerHTML).not.toContain('hemd.jpg')
  })

  it('say what is reduced in words, not by a line alone', () => {
    const [first] = shown('products').querySelectorAll('li')
    expect(first?.textContent.replace(/\s+/g, ' ')).toBe(
      'Regenhose KarwendelJetzt: 129,90 € Vorher: 149,90 €',
    )
  })

  it('show no price where the merchant wants none', () => {
    expect(shown('products', {}, { prices: false }).textContent).not.toContain('€')
  })

  it('are left out for who objects to being known', () => {
    expect(kindOf('products').personal).toBe(true)
  })
})

describe('what comes after delivery', () => {
  const onItsWay = { ...SLOT_DATA, order: { ...SLOT_DATA.order, delivered: false } }

  it.each(['review-request', 'feedback'])('%s isn’t asked before', (id) => {
    expect(speaksWith(id, SLOT_SETTINGS[id] ?? {}, SLOT_DATA)).toBe(true)
    expect(speaksWith(id, SLOT_SETTINGS[id] ?? {}, onItsWay)).toBe(false)
  })

  it('asks nobody who only looks at a shared link', () => {
    const shared = { ...SLOT_DATA, order: { ...SLOT_DATA.order, mayAct: false } }
    expect(speaksWith('feedback', {}, shared)).toBe(false)
  })

  it('leads to each item’s own page, a thing bought twice once', () => {
    const [item] = SLOT_DATA.items
    if (!item) throw new Error('the sample has items')
    const items = [
      { ...item, sku: 'A/B 1' },
      { ...item, id: '9', sku: 'A/B 1' },
      { ...item, id: '10', sku: null },
    ]
    expect(hrefs(shown('review-request', { items }))).toEqual([
      `/alpenglueck/de/go/here?to=${encodeURIComponent('https://shop.example/products/A%2FB%201#review')}`,
    ])
  })
})

describe('feedback', () => {
  it.each([
    ['stars', ['1', '2', '3', '4', '5']],
    ['nps', ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10']],
  ])('%s is one group of radios under its question', (kind, values) => {
    const body = shown('feedback', {}, { kind })
    const radios = [...body.querySelectorAll('fieldset input[type=radio]')]
    expect(radios.map((radio) => radio.getAttribute('value'))).toEqual(values)
    expect(new Set(radios.map((radio) => radio.getAttribute('name')))).toEqual(new Set(['value']))
    expect(radios.every((radio) => radio.hasAttribute('required'))).toBe(true)
    expect(body.querySelector('fieldset > legend')?.textContent).toBe(body.querySelector('h2')?.textContent)
  })

  it('thanks who has answered, and asks no more', () => {
    const body = shown('feedback', { feedback: { kind: 'stars', value: 4 } })
    expect(body.querySelector('form')).toBeNull()
    expect(body.textContent).toContain('Du hast 4 Sterne von 5 gegeben.')
  })
})

describe('vouchers', () => {
  it('say what they are worth, from when on, and until when', () => {
    const text = shown('apology-voucher').textContent.replace(/\s+/g, ' ')
    expect(text).toContain('5,00 €')
    expect(text).toContain('SORRY-8KX2')
    expect(text).toContain('Ab 30,00 €')
    expect(text).toContain('Sonntag, 31. Januar')
  })

  it('are gone after their last day', () => {
    const context = slotContext(alpine, 'de', 'here', { today: '2027-01-01' })
    expect(bodyOf(renderSlot('voucher', context)).innerHTML).toBe('')
  })

  it('are worth at most what they are for', () => {
    const voucher = { code: 'X', kind: 'percent', value: 10_001, currency: 'EUR' }
    expect(kindOf('voucher').settings.safeParse({ voucher }).success).toBe(false)
  })

  it('fill the code into the shop’s address, safe in it', () => {
    const voucher = { code: 'A&B #1', kind: 'percent', value: 1_000, currency: 'EUR' }
    const body = shown('voucher', {}, { voucher, link: 'https://shop.example/d?c={code}' })
    expect(hrefs(body)).toEqual([
      `/alpenglueck/de/go/here?to=${encodeURIComponent('https://shop.example/d?c=A%26B%20%231')}`,
    ])
  })

  it.each(['https://{code}.example/', 'javascript:alert(1)', 'https://shop.example/{sku}', '/relative'])(
    'lead to no address like %s',
    (link) => {
      expect(kindOf('voucher').settings.safeParse({ link }).success).toBe(false)
    },
  )
})

describe('loyalty', () => {
  const points = (value: number, rate: number, currency = 'EUR') =>
    shown('loyalty', { order: { ...SLOT_DATA.order, value, currency } }, { rate }).querySelector('.display')
      ?.textContent

  it.each([
    [37_980, 1, 'EUR', '379 Punkte'],
    [2_900, 0.1, 'EUR', '2 Punkte'],
    [3_000, 0.1, 'EUR', '3 Punkte'],
    [1_230, 1, 'JPY', '1230 Punkte'],
  ])('%d at %d a unit of %s is %s', (value, rate, currency, words) => {
    expect(points(value, rate, currency)?.replace('.', '')).toBe(words)
  })

  it('says nothing of no points', () => {
    expect(shown('loyalty', { order: { ...SLOT_DATA.order, value: 99 } }, { rate: 1 }).innerHTML).toBe('')
  })
})

describe('care', () => {
  const guide = (more: object) => ({ guides: [{ title: 'Pflege', ...more }] })

  it.each([
    [{ skus: ['AG-HAT'] }, true],
    [{ categories: ['jackets'] }, true],
    [{ tags: ['wool'] }, true],
    [{ tags: ['Wool '] }, true],
    [{ skus: ['AG'], categories: ['shoes'], tags: ['sale'] }, false],
    [{}, false],
  ])('a guide for %o fits: %s', (more, fits) => {
    expect(speaksWith('care', guide(more), SLOT_DATA)).toBe(fits)
  })
})

describe('what helps', () => {
  it('thanks for a corrected address', () => {
    const care = { ...SLOT_DATA.care, addressHref: null, addressCorrected: true }
    const body = shown('address-fix', { care })
    expect(body.querySelector('a')).toBeNull()
    expect(body.textContent).toContain('berichtigt')
  })

  it('reminds of the parcel that goes back first, and of none that has time', () => {
    const [pickup] = SLOT_DATA.pickups
    if (!pickup) throw new Error('the sample has one')
    const pickups = [
      { ...pickup, parcelId: 'a', name: 'Later', daysLeft: 3 },
      { ...pickup, parcelId: 'b', name: 'First', daysLeft: 0 },
      { ...pickup, parcelId: 'c', name: 'No hurry', daysLeft: 6, urgent: false },
    ]
    const body = shown('pickup-reminder', { pickups })
    expect(body.querySelector('h2')?.textContent).toBe('Heute ist der letzte Tag zum Abholen')
    expect(body.textContent).toContain('First')
    expect(body.textContent).not.toMatch(/Later|No hurry/)
    expect(speaksWith('pickup-reminder', {}, { ...SLOT_DATA, pickups: pickups.slice(2) })).toBe(false)
  })

  it('tells at the counter only what the answer doesn’t: hours or a code', () => {
    const pickups = SLOT_DATA.pickups.map((pickup) => ({ ...pickup, hours: [], code: null }))
    expect(speaksWith('pickup-help', {}, { ...SLOT_DATA, pickups })).toBe(false)
    const [pickup] = pickups
    if (!pickup) throw new Error('the sample has one')
    const body = shown('pickup-help', {
      pickups: [
        { ...pickup, name: 'Untold' },
        { ...pickup, code: '4711' },
      ],
    })
    expect(body.textContent).toContain('4711')
    expect(body.textContent).not.toContain('Untold')
  })

  it('names the first way to reach the shop, and words alone where there is none', () => {
    const context = slotContext(alpine, 'de', 'here')
    const mute = { ...context, shop: { name: 'X', help: { email: null, phone: null, chatUrl: null } } }
    expect(hrefs(bodyOf(renderSlot('contact', context)))).toEqual([`mailto:${alpine.help.email}`])
    expect(hrefs(bodyOf(renderSlot('contact', mute)))).toEqual([])
    expect(bodyOf(renderSlot('contact', mute)).textContent).toContain('Jemand hilft dir')
  })

  it('repeats what was wished for', () => {
    const body = shown('delivery-wishes', { care: { ...SLOT_DATA.care, wished: 'safe_place' } })
    expect(body.textContent).toContain('sicheren Ort')
  })
})
