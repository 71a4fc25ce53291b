import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { checkIdentity } from '@/lib/wallet/certificate'
import { signDetached } from '@/lib/wallet/sign-detached'
import { walletIdentity } from '@/tests/support/wallet-identity'

const NOW = new Date('2026-11-20T12:00:00.000Z')
const CONTENT = new TextEncoder().encode('{"order.json":"00"}')

// Keys are made and another program is started.
vi.setConfig({ testTimeout: 30_000 })

const hasOpenssl = spawnSync('openssl', ['version']).status === 0

type Pem = Awaited<ReturnType<typeof walletIdentity>>

async function sign(identity: Pem, now = NOW): Promise<Uint8Array> {
  const checked = checkIdentity(identity, now)
  if (!checked.ok) throw new Error(checked.error)
  return signDetached(CONTENT, checked.value.identity, now)
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-wallet-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** An authority and a certificate that openssl makes, with names of as many parts as Apple's have; valid from now on. */
const opensslIdentity = (): Pem =>
  inFolder((folder) => {
    const at = (name: string) => join(folder, name)
    const run = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' })
    const newKey = ['-newkey', 'rsa:2048', '-nodes', '-keyout']
    const root = [
      '-subj',
      '/C=US/O=Test Inc./OU=G4/CN=Test Worldwide Relations',
      '-days',
      '30',
      '-out',
      at('root.pem'),
    ]
    run('req', '-x509', ...newKey, at('root.key'), ...root)
    const subject =
      '/UID=order.com.example.shop/CN=Order Type ID: order.com.example.shop/OU=TEAM123456/O=Shop/C=DE'
    run('req', '-new', ...newKey, at('leaf.key'), '-subj', subject, '-out', at('leaf.csr'))
    const issuer = ['-CA', at('root.pem'), '-CAkey', at('root.key'), '-CAcreateserial', '-days', '30']
    run('x509', '-req', '-in', at('leaf.csr'), ...issuer, '-out', at('leaf.pem'))
    const text = (name: string) => readFileSync(at(name), 'utf8')
    return {
      root: text('root.pem'),
      chain: text('root.pem'),
      certificate: text('leaf.pem'),
      key: text('leaf.key'),
    }
  })

/** What openssl says of a signature: that it stands, or why not. */
const verify = (
  signature: Uint8Array,
  content: Uint8Array,
  root: string,
  { verb = 'cms', at = NOW } = {},
): string =>
  inFolder((folder) => {
    const file = (name: string, data: string | Uint8Array) => {
      writeFileSync(join(folder, name), data)
      return join(folder, name)
    }
    const flags = [
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-purpose',
      'any',
      '-attime',
      String(Math.floor(at.getTime() / 1000)),
    ]
    const files = [
      '-in',
      file('signature', signature),
      '-content',
      file('content', content),
      '-CAfile',
      file('root.pem', root),
    ]
    const { status, stderr } = spawnSync('openssl', [verb, ...flags, ...files], { encoding: 'utf8' })
    return status === 0 ? 'good' : stderr
  })

describe.skipIf(!hasOpenssl)('a signature, as openssl sees it', () => {
  it('is refused over other bytes', async () => {
    const identity = await walletIdentity(NOW)
    const other = new TextEncoder().encode('{"order.json":"01"}')
    expect(verify(await sign(identity), other, identity.root)).toMatch(/verif|digest/i)
  })

  it('is refused under an authority that didn’t issue the certificate', async () => {
    const identity = await walletIdentity(NOW)
    const stranger = await walletIdentity(NOW)
    expect(verify(await sign(identity), CONTENT, stranger.root)).toMatch(/verify error|unable to get/i)
  })

  it('is refused once a byte of it changes', async () => {
    const identity = await walletIdentity(NOW)
    const signature = await sign(identity)
    const broken = signature.with(signature.length - 5, (signature.at(-5) ?? 0) ^ 1)
    expect(verify(broken, CONTENT, identity.root)).not.toBe('good')
  })

  it.each(['rsa', 'ec'] as const)(
    'stands with a key of the kind %s, with nothing but the root at hand',
    async (kind) => {
      const identity = await walletIdentity(NOW, { kind })
      const signature = await sign(identity)
      expect(verify(signature, CONTENT, identity.root)).toBe('good')
      expect(verify(signature, CONTENT, identity.root, { verb: 'smime' })).toBe('good')
    },
  )

  it('stands under an authority that openssl made, and names its order type', async () => {
    const identity = opensslIdentity()
    const now = new Date(Date.now() + 60_000)
    expect(checkIdentity(identity, now)).toMatchObject({
      ok: true,
      value: { orderTypeIdentifier: 'order.com.example.shop' },
    })
    expect(verify(await sign(identity, now), CONTENT, identity.root, { at: now })).toBe('good')
  })

  it('is detached, says when it was made, and carries the certificate and its issuer', async () => {
    const identity = await walletIdentity(NOW)
    const signature = await sign(identity)
    const text = execFileSync('openssl', ['cms', '-cmsout', '-print', '-noout', '-inform', 'DER'], {
      input: signature,
    }).toString()
    expect(text).toContain('eContent: <ABSENT>')
    expect(text).toMatch(/signingTime[\s\S]*Nov 20 12:00:00 2026 GMT/)
    expect(text.match(/d\.certificate:/g)).toHaveLength(2)
    expect(Buffer.from(signature).includes(Buffer.from(CONTENT))).toBe(false)
  })
})

describe('an identity', () => {
  it('is refused, with the reason, unless all its parts belong together and sign now', async () => {
    const good = await walletIdentity(NOW)
    const other = await walletIdentity(NOW)
    const error = (pem: Partial<Pem>, now = NOW) => {
      const checked = checkIdentity({ ...good, ...pem }, now)
      return checked.ok ? null : checked.error
    }
    expect(error({})).toBeNull()
    expect(error({ certificate: 'no' })).toBe('certificate_unreadable')
    expect(error({ key: 'no' })).toBe('key_unreadable')
    expect(error({ key: other.key })).toBe('key_mismatch')
    expect(error({ chain: '' })).toBe('chain_mismatch')
    expect(error({ chain: other.chain })).toBe('chain_mismatch')
    expect(error({ chain: good.root + good.chain })).toBe('chain_mismatch')
    expect(error({ chain: good.chain + good.root })).toBeNull()
    expect(error({ chain: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' })).toBe(
      'chain_unreadable',
    )
    expect(error({}, new Date('2035-01-01'))).toBe('expired')
    expect(error({}, new Date('2019-01-01'))).toBe('not_yet_valid')
    expect(error(await walletIdentity(NOW, { userId: null }))).toBe('no_order_type')
    expect(error(await walletIdentity(NOW, { userId: 'pass.com.example' }))).toBe('no_order_type')
  })

  it('tells the order type and its last instant', async () => {
    const checked = checkIdentity(await walletIdentity(NOW, { userId: 'order.com.example.x', years: 1 }), NOW)
    expect(checked).toMatchObject({
      ok: true,
      value: { orderTypeIdentifier: 'order.com.example.x', notAfter: new Date('2027-11-01') },
    })
  })
})
