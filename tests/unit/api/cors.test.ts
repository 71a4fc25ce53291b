import { describe, expect, it } from 'vitest'
import { mayRead, preflightHeaders, readHeaders } from '@/lib/api/cors'

const SHOP = {
  embedOrigins: ['https://shop.example', 'http://localhost:8080/de'],
  primaryHost: 'orders.shop.example',
}

describe('a page of another origin', () => {
  it.each([
    'https://evil.example',
    'https://shop.example.evil.example',
    'https://sub.shop.example',
    'http://shop.example',
    'https://shop.example:8443',
    'null',
    '*',
    'https://null',
  ])('reads nothing from %s', (origin) => {
    expect(readHeaders(SHOP, origin)).toEqual({})
    expect(preflightHeaders(SHOP, origin, ['GET', 'POST'])).toEqual({})
    expect(mayRead({ embedOrigins: [], primaryHost: null }, origin)).toBe(false)
  })

  it.each(['https://shop.example', 'http://localhost:8080', 'https://orders.shop.example'])(
    'reads from %s',
    (origin) => {
      const headers = readHeaders(SHOP, origin)
      expect(headers['access-control-allow-origin']).toBe(origin)
      expect(headers['access-control-expose-headers']).toMatch(
        /ETag.*Idempotency-Replayed.*RateLimit.*Retry-After/,
      )
      expect(headers).not.toHaveProperty('access-control-allow-credentials')
    },
  )

  it('reads nothing where no shop is known or no origin is said', () => {
    expect(readHeaders(null, 'https://shop.example')).toEqual({})
    expect(readHeaders(SHOP, null)).toEqual({})
  })

  it('may ask before it asks, for reads with a known version', () => {
    expect(preflightHeaders(SHOP, 'https://shop.example', ['GET'])).toMatchObject({
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'Accept-Language, If-None-Match',
    })
  })

  it('may ask before it asks, for writes with a key of their own', () => {
    expect(preflightHeaders(SHOP, 'https://shop.example', ['POST'])).toMatchObject({
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'Accept-Language, Content-Type, Idempotency-Key',
    })
    expect(preflightHeaders(SHOP, 'https://shop.example', ['GET', 'POST'])).toMatchObject({
      'access-control-allow-methods': 'GET, HEAD, POST',
      'access-control-allow-headers': 'Accept-Language, If-None-Match, Content-Type, Idempotency-Key',
    })
  })
})
