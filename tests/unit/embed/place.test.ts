import { describe, expect, it } from 'vitest'
import { addressOf, baseOfScript, ownPath, pageOf, splitAddress, wishedPath } from '@/lib/embed/element/place'

const WISH = { section: '', shop: 'alpenglueck', locale: 'de', token: null, order: null, deep: null } as const
const BASE = 'https://parcels.example/app/'

describe('where the script’s documents are', () => {
  it('is beside the script, also below a path', () => {
    expect(baseOfScript('https://parcels.example/embed/v1.js')).toBe('https://parcels.example/')
    expect(baseOfScript('https://parcels.example/app/embed/1.0.0.js?x')).toBe(BASE)
  })

  it('is told by the iframe that is there', () => {
    expect(splitAddress('https://parcels.example/app/e/shop/de?scheme=dark')).toEqual({
      base: BASE,
      path: 'e/shop/de',
    })
    expect(splitAddress('https://shop.example/pages/e-bikes')).toBeNull()
    expect(splitAddress('')).toBeNull()
  })
})

describe('the document that an element asks for', () => {
  it.each([
    [{}, 'e/alpenglueck/de'],
    [{ locale: '' }, 'e/alpenglueck/und'],
    [{ token: 'key.bits' }, 'e/alpenglueck/de/o/key.bits'],
    [{ order: 'AG 1/2' }, 'e/alpenglueck/de?order=AG%201%2F2'],
    [{ token: 'key.bits', order: 'AG-1' }, 'e/alpenglueck/de/o/key.bits'],
    [{ token: 'key.bits', deep: 'p/0034' }, 'e/alpenglueck/de/p/0034'],
    [{ section: 'returns' as const }, 'e/alpenglueck/de/returns'],
    [{ section: 'returns' as const, order: 'AG-1' }, 'e/alpenglueck/de/returns?order=AG-1'],
    [{ section: 'returns' as const, token: 'key.bits' }, 'e/alpenglueck/de/returns/o/key.bits'],
    [{ section: 'returns' as const, deep: 'returns/k.b/R7' }, 'e/alpenglueck/de/returns/k.b/R7'],
  ])('%j is %s', (wish, path) => expect(wishedPath({ ...WISH, ...wish })).toBe(path))

  it.each([
    ['e/s/de', ''],
    ['e/s/und?order=1', ''],
    ['e/s', ''],
    ['e/s/de/o/key.bits', 'o/key.bits'],
    ['e/s/en/p/00%2034?x=/', 'p/00%2034'],
  ])('%s opens «%s» in any language', (path, page) => expect(pageOf(path)).toBe(page))

  it('says its look in the address', () => {
    expect(addressOf(BASE, 'e/s/de?order=1', { scheme: 'dark', view: 'compact' })).toBe(
      `${BASE}e/s/de?order=1&scheme=dark&view=compact`,
    )
    expect(addressOf(BASE, 'e/s/de', { scheme: 'auto', view: 'full' })).toBe(`${BASE}e/s/de`)
  })
})

describe('a path that a frame names', () => {
  it('is one of ours', () => expect(ownPath(BASE, '/app/e/s/de/o/t')).toBe('e/s/de/o/t'))

  it.each([
    'https://evil.example/app/e/s',
    '//evil.example/app/e/s',
    'javascript:alert(1)',
    '/app/console',
    '/e/s',
    '/app/e/../x',
  ])('%s leads elsewhere and is none', (path) => expect(ownPath(BASE, path)).toBeNull())
})
