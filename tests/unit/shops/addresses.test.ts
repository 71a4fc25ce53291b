import { describe, expect, it } from 'vitest'
import { addressesOf, onSameHost, type Stand } from '@/lib/shops/addresses'

const STANDS: [string, Stand, string][] = [
  ['on our host', { kind: 'hosted', slug: 'alp' }, '/alp'],
  ['in a frame', { kind: 'embedded', slug: 'alp' }, '/e/alp'],
  ['on the merchant’s own host', { kind: 'own-host' }, ''],
  ['on our host below a path', { kind: 'hosted', slug: 'alp', prefix: '/orders-app' }, '/orders-app/alp'],
  ['in a frame below a path', { kind: 'embedded', slug: 'alp', prefix: '/orders-app' }, '/orders-app/e/alp'],
  ['on the merchant’s own host below a path', { kind: 'own-host', prefix: '/orders-app' }, '/orders-app'],
]

describe.each(STANDS)('addresses %s', (_where, stand, root) => {
  const addresses = addressesOf(stand)

  it('begin with where the pages stand', () => {
    expect(addresses.lookUp('de')).toBe(`${root}/de`)
    expect(addresses.order('de', 'key.token')).toBe(`${root}/de/o/key.token`)
    expect(addresses.parcel('bar', 'A/B 1')).toBe(`${root}/bar/p/A%2FB%201`)
    expect(addresses.icon('en')).toBe(`${root}/en/mark.svg`)
  })

  it('have what every host shares at the root, behind the path', () => {
    expect(onSameHost(stand, '/assets/a.js')).toBe(`${stand.prefix ?? ''}/assets/a.js`)
  })
})
