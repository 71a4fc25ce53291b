import { describe, expect, test } from 'vitest'
import { createKeyring } from '@/lib/core/keyring'
import { goLink, readGo } from '@/lib/measuring/go-link'
import { ownTarget } from '@/lib/measuring/own-target'
import { readSource, sourceToken } from '@/lib/measuring/source'
import { alpine, paris } from '@/tests/support/sample-shops'

const keyring = createKeyring('a secret of the tests, long enough')
const shop = {
  ...alpine,
  homeUrl: 'https://www.alpenglueck.example/',
  embedOrigins: ['https://blog.alpenglueck.example'],
}
const place = { keyring, shop, locale: 'de', stand: { kind: 'hosted', slug: 'alpenglueck' } } as const
const SOURCE = { slot: 'products', variant: 'a' }
const PRODUCT = 'https://alpenglueck.example/p/1?size=M%20%2B&x=1#more'

const queryOf = (href: string): URLSearchParams => new URL(href, 'https://orders.example').searchParams

describe('a slot’s link', () => {
  test('leads to the shop’s page with the source in its address, everything else as it was', () => {
    const href = goLink(place, SOURCE, PRODUCT)
    expect(href).toMatch(/^\/alpenglueck\/de\/go\/products\?/)
    const token = sourceToken(keyring, shop.id, SOURCE)
    expect(readGo(keyring, shop, 'products', queryOf(href))).toEqual({
      source: SOURCE,
      location: `https://alpenglueck.example/p/1?size=M%20%2B&x=1&doorstep=${token}#more`,
    })
    expect(readSource(keyring, shop.id, token)).toEqual(SOURCE)
  })

  test('is the same for everybody who sees that wording', () => {
    expect(goLink(place, SOURCE, PRODUCT)).toBe(goLink(place, { ...SOURCE }, PRODUCT))
  })

  test('can’t be made by others: no other target, slot, variant or shop', () => {
    const query = queryOf(goLink(place, SOURCE, PRODUCT))
    const changed = (name: string, value: string) => {
      const other = new URLSearchParams(query)
      other.set(name, value)
      return other
    }
    expect(readGo(keyring, shop, 'products', query)).not.toBeNull()
    expect(readGo(keyring, shop, 'products', changed('to', 'https://alpenglueck.example/p/2'))).toBeNull()
    expect(readGo(keyring, shop, 'products', changed('v', 'b'))).toBeNull()
    expect(readGo(keyring, shop, 'products', changed('s', ''))).toBeNull()
    expect(readGo(keyring, shop, 'voucher', query)).toBeNull()
    expect(readGo(keyring, { ...shop, id: paris.id }, 'products', query)).toBeNull()
    expect(readGo(createKeyring('another secret, long enough for it'), shop, 'products', query)).toBeNull()
  })

  test('ends with the host: what the shop has given up, nobody is led to', () => {
    const query = queryOf(goLink(place, SOURCE, PRODUCT))
    expect(readGo(keyring, { ...shop, homeUrl: 'https://elsewhere.example' }, 'products', query)).toBeNull()
  })

  test('stands as it is, and uncounted, where it leads to somebody else', () => {
    expect(goLink(place, SOURCE, 'https://reviews.example/alpenglueck')).toBe(
      'https://reviews.example/alpenglueck',
    )
  })
})

describe('the shop’s own hosts', () => {
  const own = (target: string) => ownTarget(shop, target) !== null

  test('are its home, with and without www, those that frame its pages, and its verified one', () => {
    expect(own('https://www.alpenglueck.example/p/1')).toBe(true)
    expect(own('https://alpenglueck.example/p/1')).toBe(true)
    expect(own('https://blog.alpenglueck.example/')).toBe(true)
    expect(
      ownTarget(
        { ...shop, primaryHost: 'orders.alpenglueck.example' },
        'https://orders.alpenglueck.example/de',
      ),
    ).not.toBeNull()
  })

  test.each([
    'https://evil.example/',
    'https://alpenglueck.example.evil.example/',
    'https://evil.example/?https://alpenglueck.example',
    'https://alpenglueck.example@evil.example/',
    'https://evil@alpenglueck.example/',
    'https://alpenglueck.example:8443/',
    'http://alpenglueck.example/',
    'https://shop.alpenglueck.example/',
    '//alpenglueck.example/',
    '/p/1',
    'javascript:alert(1)//alpenglueck.example',
    'data:text/html,x',
    '',
  ])('aren’t %s', (target) => {
    expect(own(target)).toBe(false)
  })
})

test('a source token of another shop, a changed one and a word of the shop’s own say nothing', () => {
  const token = sourceToken(keyring, shop.id, SOURCE)
  expect(readSource(keyring, paris.id, token)).toBeNull()
  expect(readSource(keyring, shop.id, token.replace('.a.', '.b.'))).toBeNull()
  expect(readSource(keyring, shop.id, 'spring-mail')).toBeNull()
})
