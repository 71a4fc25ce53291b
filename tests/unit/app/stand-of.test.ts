import { describe, expect, it, vi } from 'vitest'
import { originOf } from '@/app/_server/origin-of'
import { standOf } from '@/app/_server/stand-of'

vi.mock('@/lib/env', () => ({
  env: () => ({ url: 'https://doorstep.example.com/orders-app', trustedProxies: ['10.0.0.0/8'] }),
}))

const PROXY = '10.0.0.1'
const STRANGER = '203.0.113.7'

const ask = (peer: string, headers: Record<string, string>) =>
  new Request('http://localhost/', { headers: { 'x-doorstep-peer': peer, ...headers } })

describe('where a page stands', () => {
  it('is our host, where our proxy named no other', () => {
    expect(standOf(ask(STRANGER, { host: 'orders.example.com' }), 'alp')).toEqual({
      kind: 'hosted',
      slug: 'alp',
      prefix: '',
    })
  })

  it('is the merchant’s own host, where our proxy named it', () => {
    const request = ask(STRANGER, { 'x-doorstep-host': 'orders.example.com' })
    expect(standOf(request, 'alp')).toEqual({ kind: 'own-host', prefix: '' })
  })

  it('is a frame on either host', () => {
    const request = ask(STRANGER, { 'x-doorstep-host': 'orders.example.com' })
    expect(standOf(request, 'alp', 'embedded')).toEqual({ kind: 'embedded', slug: 'alp', prefix: '' })
  })

  it('is below the path that a trusted proxy took off', () => {
    expect(standOf(ask(PROXY, { 'x-forwarded-prefix': '/orders-app' }), 'alp').prefix).toBe('/orders-app')
    expect(standOf(ask(PROXY, { 'x-forwarded-prefix': '/a/b.c/' }), 'alp').prefix).toBe('/a/b.c')
  })

  it('is below no path that anybody else names', () => {
    expect(standOf(ask(STRANGER, { 'x-forwarded-prefix': '/orders-app' }), 'alp').prefix).toBe('')
  })

  it.each([
    '//evil.example',
    '/a//b',
    '/\\evil.example',
    'https://evil.example',
    '/..',
    '/a/../b',
    '/a?b',
    '/a, /b',
    '/"',
  ])('is below no path like %s', (prefix) => {
    expect(standOf(ask(PROXY, { 'x-forwarded-prefix': prefix }), 'alp').prefix).toBe('')
  })
})

describe('the origin of a page', () => {
  it('is ours, without the path', () => {
    expect(originOf(ask(STRANGER, {}))).toBe('https://doorstep.example.com')
  })

  it('is the merchant’s own host over https', () => {
    const headers = { 'x-doorstep-host': 'orders.example.com' }
    expect(originOf(ask(STRANGER, headers))).toBe('https://orders.example.com')
    expect(originOf(ask(STRANGER, { ...headers, 'x-forwarded-proto': 'http' }))).toBe(
      'https://orders.example.com',
    )
    expect(originOf(ask(PROXY, { ...headers, 'x-forwarded-proto': 'https' }))).toBe(
      'https://orders.example.com',
    )
  })

  it('is http only where a trusted proxy says so', () => {
    const headers = { 'x-doorstep-host': 'orders.example.com', 'x-forwarded-proto': 'http' }
    expect(originOf(ask(PROXY, headers))).toBe('http://orders.example.com')
  })
})
