import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { verifySignature } from '@/lib/webhooks/verify-signature'
import { keysFor, signFor, TEST_SECRET } from '@/tests/fixtures/sign'

const NOW = new Date('2026-11-20T12:00:00.000Z')
const BODY = '{"type":"parcel.updated","data":{"city":"Köln"}}'
const SCHEME = { kind: 'standard-webhooks' } as const

const verify = (headers: Headers, secrets: string[] = [TEST_SECRET]) =>
  verifySignature(SCHEME, { headers, body: new TextEncoder().encode(BODY) }, keysFor(...secrets), NOW)

const signed = (change: (signature: string) => string): Headers => {
  const headers = signFor(SCHEME, BODY, { now: NOW, id: 'msg_1' })
  headers.set('webhook-signature', change(headers.get('webhook-signature') ?? ''))
  return headers
}

describe('Standard Webhooks', () => {
  it('refuses a list of 1,000 signatures, wherever the right one stands', () => {
    const wrong = Array.from({ length: 999 }, () => `v1,${'A'.repeat(43)}=`)
    expect(verify(signed((right) => [...wrong, right].join(' '))).ok).toBe(false)
    expect(verify(signed((right) => [right, ...wrong].join(' '))).ok).toBe(false)
  })

  it('looks at ten signatures of a list', () => {
    const list = (before: number) => (right: string) =>
      [...Array.from({ length: before }, () => `v1,${'A'.repeat(43)}=`), right].join(' ')
    expect(verify(signed(list(9))).ok).toBe(true)
    expect(verify(signed(list(10))).ok).toBe(false)
  })

  it('refuses an empty signature, an asymmetric one, and a version it doesn’t know', () => {
    for (const change of [
      () => 'v1,',
      (right: string) => right.replace('v1,', 'v1a,'),
      (right: string) => right.replace('v1,', 'v2,'),
    ])
      expect(verify(signed(change))).toEqual({ ok: false, error: 'signature_malformed' })
  })

  it('refuses an id or a time that was changed after signing', () => {
    const headers = signed((right) => right)
    headers.set('webhook-id', 'msg_2')
    expect(verify(headers)).toEqual({ ok: false, error: 'signature_mismatch' })
    const shifted = signed((right) => right)
    shifted.set('webhook-timestamp', String(NOW.getTime() / 1000 + 1))
    expect(verify(shifted)).toEqual({ ok: false, error: 'signature_mismatch' })
  })

  it('refuses when each of the three headers is missing', () => {
    for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
      const headers = signed((right) => right)
      headers.delete(name)
      expect(verify(headers)).toEqual({ ok: false, error: 'signature_missing' })
    }
  })

  it('passes over secrets that are no base64', () => {
    expect(
      verify(
        signed((right) => right),
        ['whsec_not base64!', 'whsec_'],
      ),
    ).toEqual({ ok: false, error: 'key_unknown' })
    expect(
      verify(
        signed((right) => right),
        ['whsec_not base64!', TEST_SECRET],
      ).ok,
    ).toBe(true)
  })

  it('takes secrets with and without whsec_, and the right one among old signatures', () => {
    expect(
      verify(
        signed((right) => right),
        [TEST_SECRET.replace('whsec_', '')],
      ).ok,
    ).toBe(true)
    expect(verify(signed((right) => `v1a,abc v1,${'A'.repeat(43)}= ${right}`)).ok).toBe(true)
  })

  it('signs exactly as the reference library does', () => {
    const reference = new Webhook(TEST_SECRET).sign('msg_1', NOW, BODY)
    expect(signed((right) => right).get('webhook-signature')).toBe(reference)
    expect(verify(signed(() => reference)).ok).toBe(true)
  })
})
