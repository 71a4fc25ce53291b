import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Keys, SignatureScheme } from '@/lib/webhooks/signature'
import { verifySignature } from '@/lib/webhooks/verify-signature'

const header = z.string()
const scheme = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('hmac-body'),
    header,
    encoding: z.enum(['base64', 'hex']),
    prefix: z.string().default(''),
    secretForm: z.literal('NFKD').optional(),
  }),
  z.object({ kind: z.literal('hmac-timed'), header }),
  z.object({ kind: z.literal('standard-webhooks') }),
  z.object({
    kind: z.literal('rsa-jwks'),
    signatureHeader: header,
    keyIdHeader: header,
    timestampHeader: header,
    jwksUrl: header,
  }),
  z.object({
    kind: z.literal('shared-secret'),
    headers: z.array(z.object({ name: header, prefix: z.string().default('') })),
  }),
])

const vectors = z
  .array(
    z.object({
      provider: z.string(),
      scheme,
      secret: z.string().nullable(),
      publicKeyPem: z.string().nullable(),
      headers: z.record(z.string(), z.string()),
      body: z.string(),
      at: z.coerce.date(),
    }),
  )
  .min(15)
  .parse(JSON.parse(readFileSync(new URL('../../fixtures/signature-vectors.json', import.meta.url), 'utf8')))

type Vector = (typeof vectors)[number]

/** Absent and undefined are two things to the scheme's type. */
function schemeOf({ scheme: { ...found } }: Vector): SignatureScheme {
  if (found.kind !== 'hmac-body') return found
  const { secretForm, ...rest } = found
  return secretForm ? { ...rest, secretForm } : rest
}

function keysOf({ secret, publicKeyPem, headers }: Vector): Keys {
  if (!publicKeyPem) return { secrets: [secret ?? ''], jwks: [] }
  const { n, e } = createPublicKey(publicKeyPem).export({ format: 'jwk' })
  return { secrets: [], jwks: [{ kid: headers['x-shipengine-rsa-sha256-key-id'], kty: 'RSA', n, e }] }
}

const verify = (vector: Vector, body = vector.body, keys = keysOf(vector)) =>
  verifySignature(
    schemeOf(vector),
    { headers: new Headers(vector.headers), body: new TextEncoder().encode(body) },
    keys,
    vector.at,
  )

describe.each(vectors.map((vector, index) => [`${index} ${vector.provider}`, vector] as const))(
  'vector %s',
  (_name, vector) => {
    it('is refused under another key', () => {
      expect(
        verify(vector, vector.body, { secrets: ['MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAw'], jwks: [] }).ok,
      ).toBe(false)
    })

    it('is refused over another body where the body is signed', () => {
      expect(verify(vector, `${vector.body} `).ok).toBe(vector.scheme.kind === 'shared-secret')
    })

    it('is accepted', () => {
      expect(verify(vector)).toEqual({ ok: true, value: null })
    })
  },
)
