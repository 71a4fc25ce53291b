import { describe, expect, it } from 'vitest'
import { peerAddress, UNKNOWN_PEER } from '@/app/_server/peer-address'

const PROXIES = ['10.0.0.0/8', '2001:db8:1::/48']

const from = (peer: string | null, forwarded?: string): string => {
  const headers = new Headers()
  if (peer !== null) headers.set('x-doorstep-peer', peer)
  if (forwarded !== undefined) headers.set('x-forwarded-for', forwarded)
  return peerAddress(headers, PROXIES)
}

describe('the address of a client', () => {
  it('is never what a client writes of itself', () => {
    expect(from('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7')
  })
  it('is unknown where our server did not say who connected, whatever else is sent', () => {
    expect(from(null, '198.51.100.1')).toBe(UNKNOWN_PEER)
    expect(from('', '198.51.100.1')).toBe(UNKNOWN_PEER)
    expect(from('somebody', '198.51.100.1')).toBe(UNKNOWN_PEER)
  })
  it('is what a trusted proxy saw, not what stood left of it before', () => {
    expect(from('10.0.0.1', '1.1.1.1, 198.51.100.1')).toBe('198.51.100.1')
  })
  it('is found behind several trusted proxies', () => {
    expect(from('10.0.0.1', '1.1.1.1, 198.51.100.1, 10.9.9.9')).toBe('198.51.100.1')
    expect(from('2001:db8:1::5', '198.51.100.1,10.9.9.9')).toBe('198.51.100.1')
  })
  it('is the proxy itself where the next hop is no address', () => {
    expect(from('10.0.0.1', '198.51.100.1, _hidden')).toBe('10.0.0.1')
    expect(from('10.0.0.1', '')).toBe('10.0.0.1')
    expect(from('10.0.0.1', '1')).toBe('10.0.0.1')
  })
  it('is the first hop where every hop is trusted', () => {
    expect(from('10.0.0.1', '10.0.0.3, 10.0.0.2')).toBe('10.0.0.3')
  })
  it('is read with a port, in brackets and mapped into IPv6', () => {
    expect(from('::ffff:10.0.0.1', '198.51.100.1:4711')).toBe('198.51.100.1')
    expect(from('10.0.0.1', '[2001:db8:2::1]:443')).toBe('2001:db8:2::1')
    expect(from('::ffff:203.0.113.7')).toBe('203.0.113.7')
  })
  it('trusts nobody without a list', () => {
    const headers = new Headers({ 'x-doorstep-peer': '10.0.0.1', 'x-forwarded-for': '198.51.100.1' })
    expect(peerAddress(headers, [])).toBe('10.0.0.1')
  })
})
