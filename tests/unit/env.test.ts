import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { EnvError, readEnv } from '@/lib/env'

const SECRET = 'a secret of thirty-two characters'
const DATABASE_URL = 'postgres://app:password@db.example.org:5432/doorstep'

describe('the environment', () => {
  it('takes a number of requests a minute, 0 for no limit, and nothing else', () => {
    expect(readEnv({ DOORSTEP_MERCHANT_LIMIT: '6000', DOORSTEP_SHOPPER_LIMIT: '0' })).toMatchObject({
      merchantLimit: 6000,
      shopperLimit: 0,
    })
    for (const text of ['-1', '1.5', 'many', '1000000'])
      expect(() => readEnv({ DOORSTEP_SHOPPER_LIMIT: text }), text).toThrow(
        'DOORSTEP_SHOPPER_LIMIT is no number',
      )
  })

  it('needs nothing: everything has a default and the database is the embedded one', () => {
    expect(readEnv({ DOORSTEP_SECRET: SECRET })).toEqual({
      database: null,
      dataDirectory: resolve('.data'),
      url: 'http://localhost:3000',
      secret: SECRET,
      allowPrivateNetworks: false,
      merchantLimit: 600,
      shopperLimit: 240,
      trustedProxies: [],
      port: 3000,
      hostname: 'localhost',
      demo: false,
    })
  })

  it('is read in full', () => {
    const env = readEnv({
      DATABASE_URL,
      MIGRATION_DATABASE_URL: 'postgresql://owner@db.example.org/doorstep?sslmode=require',
      DOORSTEP_DATA_DIR: '/var/lib/parcels',
      DOORSTEP_URL: 'https://Parcels.example.org/',
      DOORSTEP_SECRET: SECRET,
      DOORSTEP_ALLOW_PRIVATE_NETWORKS: 'TRUE',
      TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.7,2001:db8::1',
      PORT: '8080',
      HOSTNAME: '0.0.0.0',
    })
    expect(env).toMatchObject({
      database: {
        url: DATABASE_URL,
        migrationUrl: 'postgresql://owner@db.example.org/doorstep?sslmode=require',
      },
      dataDirectory: '/var/lib/parcels',
      url: 'https://parcels.example.org',
      allowPrivateNetworks: true,
      trustedProxies: ['10.0.0.0/8', '192.0.2.7/32', '2001:db8::1/128'],
      port: 8080,
      hostname: '0.0.0.0',
    })
  })

  it('takes an empty variable for an absent one', () => {
    expect(readEnv({ DATABASE_URL: '', PORT: ' ', HOSTNAME: '' })).toMatchObject({
      database: null,
      port: 3000,
    })
  })

  it('takes a machine’s own name in HOSTNAME for no address', () => {
    expect(readEnv({ HOSTNAME: hostname(), DOORSTEP_DEMO: '1' }).hostname).toBe('localhost')
  })

  it.each([
    [{ DATABASE_URL }, 'DOORSTEP_SECRET is missing'],
    [{ DATABASE_URL, DOORSTEP_SECRET: 'short' }, 'DOORSTEP_SECRET is shorter than 32 characters'],
    [
      { DATABASE_URL: 'mysql://db/x', DOORSTEP_SECRET: SECRET },
      'DATABASE_URL is not the address of a database',
    ],
    [{ MIGRATION_DATABASE_URL: DATABASE_URL }, 'DATABASE_URL is missing'],
    [{ DOORSTEP_URL: 'parcels.example.org' }, 'DOORSTEP_URL is not an origin'],
    [{ DOORSTEP_URL: 'https://example.org/?parcels' }, 'DOORSTEP_URL is not an origin'],
    [{ DOORSTEP_URL: 'https://example.org/a//b' }, 'DOORSTEP_URL is not an origin'],
    [{ DOORSTEP_ALLOW_PRIVATE_NETWORKS: 'perhaps' }, 'DOORSTEP_ALLOW_PRIVATE_NETWORKS is neither on nor off'],
    [{ TRUSTED_PROXIES: '10.0.0.0/8, proxy' }, 'TRUSTED_PROXIES names «proxy»'],
    [{ PORT: '80a' }, 'PORT is no port'],
    [{ PORT: '65536' }, 'PORT is no port'],
    [{ DOORSTEP_DEMO: '1', HOSTNAME: '0.0.0.0' }, 'HOSTNAME opens the demo'],
  ])('refuses %j by name', (source, reason) => {
    expect(() => readEnv(source)).toThrow(EnvError)
    expect(() => readEnv(source)).toThrow(reason)
  })

  it('names every fault at once, and repeats no secret', () => {
    const faults = () =>
      readEnv({ DATABASE_URL: 'postgres://app:hunter2@', DOORSTEP_SECRET: 'hunter3', PORT: '0' })
    expect(faults).toThrow(/^DATABASE_URL .*\nDOORSTEP_SECRET .*\nPORT .*$/)
    expect(faults).not.toThrow(/hunter/)
  })

  it('makes a secret on the embedded database once and keeps it from others', () => {
    const parent = mkdtempSync(join(tmpdir(), 'doorstep-env-'))
    onTestFinished(() => rmSync(parent, { recursive: true }))
    const dataDirectory = join(parent, 'data')
    const { secret } = readEnv({ DOORSTEP_DATA_DIR: dataDirectory })
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    expect(readEnv({ DOORSTEP_DATA_DIR: dataDirectory }).secret).toBe(secret)
    expect(readFileSync(join(dataDirectory, 'secret'), 'utf8')).toBe(secret)
    expect(statSync(join(dataDirectory, 'secret')).mode & 0o777).toBe(0o600)
  })
})
