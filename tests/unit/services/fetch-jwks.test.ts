import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '@/lib/core/result'
import { createJwksSource } from '@/lib/services/fetch-jwks'
import type { SafeFetchError, SafeResponse } from '@/lib/services/safe-fetch'

const URL_A = 'https://api.example.com/jwks'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' })
const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' })
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })

const answer = (body: unknown, status = 200): Result<SafeResponse, SafeFetchError> =>
  ok({
    status,
    headers: new Headers(),
    body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
  })

const keySet = (...kids: string[]) =>
  answer({ keys: kids.map((kid) => ({ ...rsa, kid, use: 'sig', alg: 'RS256' })) })

/** A vendor whose answer can be changed, and a clock that can be moved. */
function setUp(first: Result<SafeResponse, SafeFetchError>) {
  const world = { answer: first, asked: [] as string[], seconds: 1_700_000_000 }
  const source = createJwksSource({
    fetch: async (url) => {
      world.asked.push(url)
      await Promise.resolve()
      return world.answer
    },
    now: () => new Date(world.seconds * 1000),
    ttlSeconds: 3600,
  })
  const kids = async (keyId: string | null = null, url = URL_A) => {
    const result = await source(url, keyId)
    return result.ok ? result.value.map((key) => key.kid) : result.error
  }
  return { world, kids }
}

describe('the keys of a vendor', () => {
  it('are fetched once and kept while they are fresh', async () => {
    const { world, kids } = setUp(keySet('k1'))
    expect(await kids('k1')).toEqual(['k1'])
    world.seconds += 3599
    expect(await kids('k1')).toEqual(['k1'])
    expect(world.asked).toEqual([URL_A])
  })

  it('are fetched again when their time is over', async () => {
    const { world, kids } = setUp(keySet('k1'))
    await kids('k1')
    world.answer = keySet('k2')
    world.seconds += 3600
    expect(await kids('k2')).toEqual(['k2'])
  })

  it('are kept apart by address', async () => {
    const { world, kids } = setUp(keySet('k1'))
    await kids('k1')
    world.answer = keySet('other')
    expect(await kids('other', 'https://other.example.com/jwks')).toEqual(['other'])
    expect(await kids('k1')).toEqual(['k1'])
  })

  it('are asked for once by deliveries that come together', async () => {
    const { world, kids } = setUp(keySet('k1'))
    const all = await Promise.all(Array.from({ length: 20 }, () => kids('k1')))
    expect(all).toEqual(Array.from({ length: 20 }, () => ['k1']))
    expect(world.asked).toHaveLength(1)
  })
})

describe('an unknown key id', () => {
  it('asks again, so that a rotation is seen before the keys’ time is over', async () => {
    const { world, kids } = setUp(keySet('k1'))
    await kids('k1')
    world.answer = keySet('k1', 'k2')
    world.seconds += 60
    expect(await kids('k2')).toEqual(['k1', 'k2'])
  })

  it('asks at most once a minute, however often it is forged', async () => {
    const { world, kids } = setUp(keySet('k1'))
    await kids('k1')
    for (let second = 0; second < 180; second += 1) {
      world.seconds += 1
      expect(await kids(`forged-${second}`)).toEqual(['k1'])
    }
    expect(world.asked).toHaveLength(4)
  })
})

const BROKEN: [string, Result<SafeResponse, SafeFetchError>][] = [
  ['no connection', fail('connection_failed')],
  ['an error status', answer('', 503)],
  ['an error page', answer('<html>')],
  ['an empty set', answer({ keys: [] })],
]

describe('a vendor that is away', () => {
  it.each(BROKEN)('leaves the old set in use: %s', async (_what, broken) => {
    const { world, kids } = setUp(keySet('k1'))
    await kids('k1')
    world.answer = broken
    world.seconds += 7200
    expect(await kids('k1')).toEqual(['k1'])
    world.seconds += 30
    expect(await kids('k1')).toEqual(['k1'])
    expect(world.asked).toHaveLength(2)
    world.answer = keySet('k9')
    world.seconds += 30
    expect(await kids('k9')).toEqual(['k9'])
  })

  it('is told as an error when it never gave a set, and asked again after a pause', async () => {
    const { world, kids } = setUp(fail('timeout'))
    expect(await kids('k1')).toBe('timeout')
    world.seconds += 4
    expect(await kids('k1')).toBe('timeout')
    expect(world.asked).toHaveLength(1)
    world.answer = keySet('k1')
    world.seconds += 1
    expect(await kids('k1')).toEqual(['k1'])
  })
})

describe('a key set', () => {
  it.each([
    ['no JSON', answer('keys')],
    ['no set', answer({ kid: 'k1' })],
    ['no list', answer({ keys: { k1: rsa } })],
    ['no key', answer({ keys: [] })],
    ['only a key of another kind', answer({ keys: [{ ...curve, kid: 'ec' }] })],
    ['only a key without a modulus', answer({ keys: [{ kty: 'RSA', e: 'AQAB', kid: 'k1' }] })],
    ['only a key shorter than 2048 bits', answer({ keys: [{ ...weak, kid: 'k1' }] })],
    ['only a key for encryption', answer({ keys: [{ ...rsa, kid: 'k1', use: 'enc' }] })],
  ])('is refused with %s', async (_what, body) => {
    expect(await setUp(body).kids('k1')).toBe('jwks_invalid')
  })

  it('is refused with another status than 200', async () => {
    expect(await setUp(answer({ keys: [{ ...rsa, kid: 'k1' }] }, 404)).kids('k1')).toBe('jwks_unavailable')
  })

  it('keeps its RSA keys when it holds others, too', async () => {
    const mixed = answer({
      keys: [{ ...curve, kid: 'ec' }, 'nonsense', null, { ...rsa, kid: 'k1' }, { ...rsa }],
    })
    expect(await setUp(mixed).kids('k1')).toEqual(['k1', undefined])
  })
})
