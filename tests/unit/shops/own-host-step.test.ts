import { describe, expect, it } from 'vitest'
import { ownHostStep } from '@/lib/shops/own-host-step'

const step = (path: string, method = 'GET') => ownHostStep(path, method, 'alpenglueck')

describe('an address on a merchant’s own host', () => {
  it.each([
    ['/', '/alpenglueck'],
    ['/de', '/alpenglueck/de'],
    ['/de/o/key.token', '/alpenglueck/de/o/key.token'],
    ['/de/p/A%2FB', '/alpenglueck/de/p/A%2FB'],
    ['/nothing', '/alpenglueck/nothing'],
    ['/alpenglueck/de', '/alpenglueck/alpenglueck/de'],
    ['/other-shop/de', '/alpenglueck/other-shop/de'],
    ['/console', '/alpenglueck/console'],
    ['/.well-known/doorstep-verification.txt', '/alpenglueck/.well-known/doorstep-verification.txt'],
  ])('%s is the shop’s', (path, inside) => {
    expect(step(path)).toEqual({ kind: 'shop', path: inside })
  })

  it.each(['/returns', '/returns/new', '/withdraw', '/preferences/key.token', '/o/key.token', '/p/1'])(
    '%s gets the reader’s language',
    (path) => {
      expect(step(path)).toEqual({ kind: 'locale', path })
      expect(step(path, 'HEAD')).toEqual({ kind: 'locale', path })
    },
  )

  it('sends no form elsewhere', () => {
    expect(step('/withdraw', 'POST')).toEqual({ kind: 'shop', path: '/alpenglueck/withdraw' })
  })

  it.each(['/robots.txt', '/img/key.token/status.png', '/demo/logos/a.svg', '/e/alpenglueck/de'])(
    '%s is the same as on our host',
    (path) => {
      expect(step(path)).toEqual({ kind: 'same', path })
    },
  )

  it('checks no return in: the warehouse’s page is on our host alone', () => {
    expect(step('/r/R7K2-M4QX')).toEqual({ kind: 'shop', path: '/alpenglueck/r/R7K2-M4QX' })
    expect(step('/r', 'POST')).toEqual({ kind: 'shop', path: '/alpenglueck/r' })
  })

  it('frames no other shop’s pages', () => {
    expect(step('/e/nordlys/de')).toEqual({ kind: 'shop', path: '/alpenglueck/e/nordlys/de' })
  })
})
