import { describe, expect, it } from 'vitest'
import type { SignatureScheme } from '@/lib/webhooks/signature'
import { verifySignature } from '@/lib/webhooks/verify-signature'
import { keysFor, signFor, TEST_JWKS, TEST_SECRET } from '@/tests/fixtures/sign'

const NOW = new Date('2026-11-20T12:00:00.000Z')
const OTHER_SECRET = 'whsec_YW5vdGhlci1zZWNyZXQtYW5vdGhlci1zZWNyZXQtMQ=='
const TEXT = '{"id": 1.0, "city": "München"}'
const BODY = new TextEncoder().encode(TEXT)

const SCHEMES = {
  'hmac-body base64': { kind: 'hmac-body', header: 'x-body-base64', encoding: 'base64' },
  'hmac-body hex': {
    kind: 'hmac-body',
    header: 'x-body-hex',
    encoding: 'hex',
    prefix: 'hmac-sha256-hex=',
    secretForm: 'NFKD',
  },
  'hmac-timed': { kind: 'hmac-timed', header: 'x-timed' },
  'standard-webhooks': { kind: 'standard-webhooks' },
  'rsa-jwks': {
    kind: 'rsa-jwks',
    signatureHeader: 'x-rsa',
    keyIdHeader: 'x-rsa-kid',
    timestampHeader: 'x-rsa-time',
    jwksUrl: 'https://vendor.example/jwks',
  },
  'shared-secret': {
    kind: 'shared-secret',
    headers: [{ name: 'x-secret' }, { name: 'authorization', prefix: 'Bearer ' }],
  },
} as const satisfies Record<string, SignatureScheme>

const all = Object.entries(SCHEMES)
const overBody = all.filter(([, { kind }]) => kind !== 'shared-secret')
const bySecret = all.filter(([, { kind }]) => kind !== 'rsa-jwks')
const timed = all.filter(([, { kind }]) => ['hmac-timed', 'standard-webhooks', 'rsa-jwks'].includes(kind))

const signatureHeader = (scheme: SignatureScheme): string =>
  scheme.kind === 'standard-webhooks'
    ? 'webhook-signature'
    : scheme.kind === 'rsa-jwks'
      ? scheme.signatureHeader
      : scheme.kind === 'shared-secret'
        ? (scheme.headers[0]?.name ?? '')
        : scheme.header

const verify = (scheme: SignatureScheme, headers: Headers, body = BODY, keys = keysFor(), now = NOW) =>
  verifySignature(scheme, { headers, body }, keys, now)

const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000)

describe('a request is refused', () => {
  it.each(all)('%s: without its headers', (_name, scheme) => {
    expect(verify(scheme, new Headers())).toEqual({ ok: false, error: 'signature_missing' })
  })

  it.each(bySecret)('%s: signed with another secret', (_name, scheme) => {
    const headers = signFor(scheme, BODY, { now: NOW, secret: OTHER_SECRET })
    expect(verify(scheme, headers)).toEqual({ ok: false, error: 'signature_mismatch' })
  })

  it.each(overBody)('%s: when any one byte of the body is another', (_name, scheme) => {
    const headers = signFor(scheme, BODY, { now: NOW })
    for (const at of [0, 7, BODY.length - 1]) {
      const flipped = Uint8Array.from(BODY, (byte, index) => (index === at ? byte ^ 1 : byte))
      expect(verify(scheme, headers, flipped)).toEqual({ ok: false, error: 'signature_mismatch' })
    }
  })

  it.each(overBody)('%s: when the body was parsed and written again', (_name, scheme) => {
    const headers = signFor(scheme, BODY, { now: NOW })
    const again = new TextEncoder().encode(JSON.stringify(JSON.parse(TEXT)))
    expect(verify(scheme, headers, again)).toEqual({ ok: false, error: 'signature_mismatch' })
  })

  it.each(overBody)('%s: with a signature cut short', (_name, scheme) => {
    const headers = signFor(scheme, BODY, { now: NOW })
    const name = signatureHeader(scheme)
    headers.set(name, headers.get(name)?.slice(0, -1) ?? '')
    expect(verify(scheme, headers)).toEqual({ ok: false, error: 'signature_malformed' })
  })

  it.each(all)('%s: with an overlong header', (_name, scheme) => {
    const headers = signFor(scheme, BODY, { now: NOW })
    headers.set(signatureHeader(scheme), `${headers.get(signatureHeader(scheme))}${'A'.repeat(5000)}`)
    expect(verify(scheme, headers)).toEqual({ ok: false, error: 'signature_malformed' })
  })

  it.each(all)('%s: with its header sent twice', (_name, scheme) => {
    const headers = signFor(scheme, BODY, { now: NOW })
    const name = signatureHeader(scheme)
    headers.append(name, headers.get(name) ?? '')
    expect(verify(scheme, headers).ok).toBe(false)
  })

  it.each(all)('%s: by the headers of every other scheme', (name, scheme) => {
    for (const [other, otherScheme] of all)
      if (other !== name) expect(verify(scheme, signFor(otherScheme, BODY, { now: NOW })).ok).toBe(false)
  })

  it.each(bySecret)('%s: when the receiver holds no secret, or only an empty one', (_name, scheme) => {
    const headers = signFor(scheme, BODY, { now: NOW })
    for (const secrets of [[], ['']])
      expect(verify(scheme, headers, BODY, { secrets, jwks: [] })).toEqual({
        ok: false,
        error: 'key_unknown',
      })
  })

  it.each(timed)('%s: 301 seconds old or ahead', (_name, scheme) => {
    const headers = signFor(scheme, BODY, { now: NOW })
    for (const seconds of [301, -301])
      expect(verify(scheme, headers, BODY, keysFor(), later(seconds))).toEqual({
        ok: false,
        error: 'timestamp_outside_tolerance',
      })
  })

  it('whatever its header says, without throwing', () => {
    const odd = [
      '',
      '=',
      'v1,',
      'v1,=',
      'v1',
      'v1,v1,',
      't=,v1=',
      't=1',
      't=1e3,v1=00',
      'hmac-sha256-hex=',
      'é',
      'Bearer',
      'null',
    ]
    for (const [, scheme] of all)
      for (const value of odd) {
        const headers = signFor(scheme, BODY, { now: NOW })
        headers.set(signatureHeader(scheme), value)
        expect(verify(scheme, headers).ok).toBe(false)
      }
  })
})

describe('a request is accepted', () => {
  it.each(all)('%s: signed over these bytes', (_name, scheme) => {
    expect(verify(scheme, signFor(scheme, BODY, { now: NOW }))).toEqual({ ok: true, value: null })
  })

  it.each(overBody)('%s: over bytes that are no UTF-8, and over none at all', (_name, scheme) => {
    for (const body of [Uint8Array.of(0xff, 0xfe, 0x00, 0x80), new Uint8Array()])
      expect(verify(scheme, signFor(scheme, body, { now: NOW }), body).ok).toBe(true)
  })

  it.each(timed)('%s: 299 and 300 seconds old or ahead', (_name, scheme) => {
    const headers = signFor(scheme, BODY, { now: NOW })
    for (const seconds of [299, 300, -299, -300])
      expect(verify(scheme, headers, BODY, keysFor(), later(seconds)).ok).toBe(true)
  })

  it.each(bySecret)('%s: under each of several secrets that are valid at once', (_name, scheme) => {
    for (const secret of [TEST_SECRET, OTHER_SECRET])
      expect(
        verify(scheme, signFor(scheme, BODY, { now: NOW, secret }), BODY, keysFor(OTHER_SECRET, TEST_SECRET))
          .ok,
      ).toBe(true)
  })
})

describe('hmac-timed', () => {
  const scheme = SCHEMES['hmac-timed']
  const headersOf = (value: string) => new Headers({ 'x-timed': value })
  const value = signFor(scheme, BODY, { now: NOW }).get('x-timed') ?? ''
  const [time = '', signature = ''] = value.split(',')

  it('refuses two times, none, and a time that was changed after signing', () => {
    expect(verify(scheme, headersOf(`${time},${value}`)).ok).toBe(false)
    expect(verify(scheme, headersOf(signature)).ok).toBe(false)
    expect(verify(scheme, headersOf(`t=${Number(time.slice(2)) + 1},${signature}`))).toEqual({
      ok: false,
      error: 'signature_mismatch',
    })
  })

  it('takes the right one of several signatures, but looks at ten only', () => {
    const wrong = `v1=${'0'.repeat(64)}`
    const list = (count: number) =>
      headersOf([time, ...Array.from({ length: count }, () => wrong), signature].join(','))
    expect(verify(scheme, list(9)).ok).toBe(true)
    expect(verify(scheme, list(10)).ok).toBe(false)
  })
})

describe('rsa-jwks', () => {
  const scheme = SCHEMES['rsa-jwks']
  const headers = signFor(scheme, BODY, { now: NOW })
  const withKeys = (jwks: typeof TEST_JWKS) => verify(scheme, headers, BODY, { secrets: [], jwks })
  const [published] = TEST_JWKS

  it('refuses a key id that is not published', () => {
    const other = signFor(scheme, BODY, { now: NOW, keyId: 'another' })
    expect(verify(scheme, other)).toEqual({ ok: false, error: 'key_unknown' })
    expect(withKeys([])).toEqual({ ok: false, error: 'key_unknown' })
  })

  it('refuses keys that are broken, too short, or meant for something else', () => {
    for (const change of [
      { n: 'AQAB' },
      { n: '%%%' },
      { e: '' },
      { kty: 'EC' },
      { use: 'enc' },
      { alg: 'RS512' },
    ])
      expect(withKeys(published ? [{ ...published, ...change }] : [])).toEqual({
        ok: false,
        error: 'key_unknown',
      })
  })

  it('refuses a moment without a zone or without sense', () => {
    for (const moment of ['2026-11-20T12:00:00', '2026-13-40T12:00:00Z', 'yesterday', '1795176000']) {
      const odd = new Headers(headers)
      odd.set('x-rsa-time', moment)
      expect(verify(scheme, odd)).toEqual({ ok: false, error: 'signature_malformed' })
    }
  })
})

describe('shared-secret', () => {
  const scheme = SCHEMES['shared-secret']

  it('takes the secret from any of its headers, and the authentication scheme in any case', () => {
    for (const scheme_ of ['Bearer', 'bearer', 'BEARER'])
      expect(verify(scheme, new Headers({ authorization: `${scheme_} ${TEST_SECRET}` })).ok).toBe(true)
  })

  it('refuses the secret without its prefix', () => {
    expect(verify(scheme, new Headers({ authorization: TEST_SECRET }))).toEqual({
      ok: false,
      error: 'signature_malformed',
    })
  })
})
