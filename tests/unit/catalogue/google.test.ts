import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Entry } from '@/lib/catalogue/entry'
import { saleHolds } from '@/lib/catalogue/google/sale-holds'
import { SourceError } from '@/lib/catalogue/source-error'
import { unpack } from '@/lib/services/catalogue/unpack'
import { all, feedFixture, feedOf, SETTINGS } from './read-fixture'

const rss = (items: string, head = '<?xml version="1.0"?>') =>
  `${head}<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>${items}</channel></rss>`
const item = (id: string, more = '') =>
  `<item><g:id>${id}</g:id><title>Hut</title><link>https://shop.example/p/${id}</link><g:price>1.00 EUR</g:price><g:availability>in_stock</g:availability>${more}</item>`

describe('a Merchant feed as RSS', () => {
  it('gives items in one shape: what stands directly below them, Google’s word before RSS’s', async () => {
    const [shell, socks] = await feedFixture('merchant.rss.xml')
    expect(shell).toEqual({
      place: 'line 7',
      id: 'AG-SHELL-M',
      item: {
        key: 'AG-SHELL-M',
        product: 'AG-SHELL',
        sku: 'AG-SHELL-M',
        title: 'Regenjacke Karwendel & Kapuze',
        url: 'https://shop.example.org/p/karwendel?size=M&colour=enzian',
        image: 'https://shop.example.org/pictures/karwendel.jpg',
        price: 15990,
        priceBefore: 18990,
        currency: 'EUR',
        category: 'Bekleidung > Jacken',
        tags: ['new', 'rain'],
        brand: 'Alpenglück',
        gtin: '4006381333931',
        inStock: true,
      },
    })
    expect(socks).toMatchObject({
      item: {
        product: 'AG-SOCKS',
        title: 'Wandersocken <Merino>',
        price: 1990,
        priceBefore: null,
        category: 'Apparel & Accessories > Clothing > Socks',
        image: null,
        inStock: false,
      },
    })
  })

  it('names what can’t be used by its line, and goes on', async () => {
    const entries = await feedFixture('merchant.rss.xml')
    expect(entries.slice(2)).toEqual([
      {
        place: 'line 41',
        id: 'AG-HAT',
        why: 'price: "49.900 EUR" can’t be read for certain: write 19.90 EUR',
      },
      { place: 'line 48', id: null, why: 'id: is missing' },
    ])
  })

  it('takes the SKU from the attribute that the shop’s orders write', async () => {
    const [shell, socks] = await feedFixture('merchant.rss.xml', { sku: 'mpn' })
    expect(shell).toMatchObject({ item: { sku: 'KW-2026-M' } })
    expect(socks).toMatchObject({ item: { sku: null } })
  })

  it('takes a sale price only while it holds', async () => {
    const [shell] = await feedFixture('merchant.rss.xml', { now: new Date('2026-12-01T00:00:00Z') })
    expect(shell).toMatchObject({ item: { price: 18990, priceBefore: null } })
  })
})

describe('a Merchant feed as Atom', () => {
  it('is read by its namespaces, whatever their prefixes', async () => {
    expect(await feedFixture('merchant.atom.xml')).toMatchObject([
      {
        id: 'MUG-1',
        item: { title: 'Mug', url: 'https://shop.example.org/p/mug', price: 129900, inStock: false },
      },
      {
        id: 'MUG-2',
        item: { url: 'https://shop.example.org/p/small-mug', price: 900, currency: 'USD', inStock: true },
      },
    ])
  })
})

describe('a Merchant feed as a table', () => {
  it('is read by the documented names of its columns, with spaces or underscores', async () => {
    const [rope, screen] = await feedFixture('merchant.tsv')
    expect(rope).toMatchObject({
      place: 'line 2',
      item: { key: 'AG-1', product: 'AG-1', price: 12900, category: 'Klettern > Seile', brand: 'Alpenglück' },
    })
    expect(screen).toMatchObject({
      item: { title: 'Bildschirm 27" matt', product: 'AG-TV', price: 24900, priceBefore: 29900 },
    })
  })

  it('names rows that can’t be used by their lines, and goes on', async () => {
    expect((await feedFixture('merchant.tsv')).slice(2)).toEqual([
      { place: 'line 4', id: null, why: 'has another number of fields than the first line' },
      { place: 'line 5', id: 'AG-4', why: 'price: is missing' },
      { place: 'line 6', id: 'AG-5', why: 'url: is no web address' },
    ])
  })

  it.each([',', ';', '\t'])('may be separated by %j', async (mark) => {
    const text = [
      ['id', 'title', 'link', 'price', 'availability'],
      ['A', 'Hut', 'https://shop.example/a', '1.00 EUR', 'in stock'],
    ]
    const entries = await all(feedOf(text.map((row) => row.join(mark)).join('\r\n')))
    expect(entries).toMatchObject([{ id: 'A', item: { price: 100 } }])
  })

  it('is refused whole where its first line doesn’t name what is needed', async () => {
    await expect(all(feedOf('id\ttitle\nA\tHut\n'))).rejects.toThrow(
      new SourceError('line 1: the first line doesn’t name link, price, availability'),
    )
    await expect(all(feedOf(''))).rejects.toThrow('the file is empty')
    await expect(all(feedOf('<!doctype html><html><body>Not found</body></html>'))).rejects.toThrow(
      SourceError,
    )
  })

  it('ends at a quote that is never closed rather than taking in the rest', async () => {
    const head = 'id\ttitle\tlink\tprice\tavailability\n'
    const rows = `A\t"open\thttps://shop.example/a\t1.00 EUR\tin stock\n${'B\tHut\tx\ty\tz\n'.repeat(200_000)}`
    await expect(all(feedOf(head + rows, { piece: 65_536 }))).rejects.toThrow(SourceError)
  })
})

describe('whatever comes over the wire', () => {
  it('may be packed, and cut anywhere', async () => {
    const text = rss(item('A') + item('B', '<g:brand>Grüße – 漢字 🎒</g:brand>'))
    for (const piece of [1, 2, 3, 64, 100_000]) {
      const plain = await all(feedOf(text, { piece }))
      expect(plain).toHaveLength(2)
      expect(plain[1]).toMatchObject({ item: { brand: 'Grüße – 漢字 🎒' } })
      expect(await all(feedOf(gzipSync(text), { piece: Math.max(piece, 2) }))).toEqual(plain)
    }
  })

  it('may be in the encoding that it says', async () => {
    const text = rss(item('A', '<g:brand>Müller</g:brand>'), '<?xml version="1.0" encoding="ISO-8859-1"?>')
    const latin = Buffer.from(text, 'latin1')
    expect(await all(feedOf(latin, { piece: 4096 }))).toMatchObject([{ item: { brand: 'Müller' } }])
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rss(item('A'), ''), 'utf16le')])
    expect(await all(feedOf(utf16, { piece: 4096 }))).toMatchObject([{ id: 'A' }])
    await expect(
      all(feedOf(rss('', '<?xml version="1.0" encoding="x-nobody"?>'), { piece: 4096 })),
    ).rejects.toThrow('x-nobody')
  })

  it('refuses the item alone whose bytes are no UTF-8', async () => {
    // In UTF-8 no byte 0xfc stands anywhere.
    const whole = Buffer.from(rss(item('A').replace('Hut', 'H\u00fct') + item('B')), 'latin1')
    const entries = await all(feedOf(whole, { piece: 4096 }))
    expect(entries).toMatchObject([
      { id: 'A', why: 'title: has bytes that its encoding doesn’t know' },
      { id: 'B', item: { title: 'Hut' } },
    ])
  })

  it('refuses the row alone that has a NUL in it, wherever', async () => {
    const head = 'id\ttitle\tlink\tprice\tavailability\tbrand\n'
    const row = (id: string, brand: string) =>
      `${id}\tHut\thttps://shop.example/a\t1.00 EUR\tin stock\t${brand}\n`
    const entries = await all(feedOf(head + row('a', 'x\0') + row('b\0', 'x') + row('c', 'x')))
    expect(entries).toMatchObject([
      { id: 'a', why: 'brand: has bytes that its encoding doesn’t know' },
      { why: 'key: has bytes that its encoding doesn’t know' },
      { id: 'c', item: { brand: 'x' } },
    ])
  })

  it('may begin with an empty line, and its lines are counted with it', async () => {
    const text = `\r\n \n${rss(`\n${item('A')}`)}`
    expect(await all(feedOf(text, { piece: 4096 }))).toMatchObject([{ place: 'line 4', id: 'A' }])
  })

  it('gives what stood before a break, and then says where it broke', async () => {
    const entries: Entry[] = []
    const broken = rss(`${item('A')}\n${item('B')}\n<item><g:id>C</g:id></wrong>`)
    await expect(async () => {
      for await (const entry of feedOf(broken, { piece: 100_000 })) entries.push(entry)
    }).rejects.toThrow(/^line 3: /)
    expect(entries).toHaveLength(2)
    await expect(all(feedOf(rss(item('A')).slice(0, -20)))).rejects.toThrow(SourceError)
    await expect(all(feedOf(gzipSync(rss(item('A'))).subarray(0, 60)))).rejects.toThrow(
      'the feed is no whole gzip file',
    )
  })

  it('opens no entity that a document makes up, and no bomb', async () => {
    const doctype = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    await expect(all(feedOf(rss(item('A', '<g:brand>&a;</g:brand>'), doctype)))).rejects.toThrow(SourceError)
    await expect(all(feedOf(rss(item('A', '<g:brand>&x;</g:brand>'), doctype)))).rejects.toThrow(SourceError)
    await expect(all(feedOf('<a>'.repeat(100_000), { piece: 4096 }))).rejects.toThrow('nested too deep')
    const zeros = gzipSync(Buffer.alloc(5_000_000))
    await expect(
      all(
        unpack(
          (async function* () {
            yield zeros
          })(),
          1_000_000,
        ),
      ),
    ).rejects.toThrow('more than 1000000 bytes')
  })

  it('ends where a text never does, before it fills the memory', async () => {
    const endless = rss(item('A', `<g:brand>${'\n'.repeat(1_500_000)}</g:brand>`))
    await expect(all(feedOf(endless, { piece: 65_536 }))).rejects.toThrow('for too long without a tag')
  })

  it('keeps no attribute longer than any may be', async () => {
    const [entry] = await all(feedOf(rss(item('A', `<g:brand>${'x'.repeat(50_000)}</g:brand>`))))
    expect(entry).toMatchObject({ id: 'A', why: expect.stringMatching(/^brand: /) })
  })
})

describe('the interval of a sale', () => {
  it.each([
    ['2026-11-20T00:00+0100/2026-11-30T23:59+0100', true],
    ['2026-11-20T00:00Z/2026-11-30T23:59Z', true],
    ['2026-11-20T00:00+01:00/2026-11-21T00:00+01:00', false],
    ['2026-12-01T00:00-0800/2026-12-02T00:00-0800', false],
    ['2026-11-20/2026-11-30', null],
    ['soon', null],
    ['a/b/c', null],
  ])('%s', (interval, holds) => {
    expect(saleHolds(interval, SETTINGS.now)).toBe(holds)
  })
})
