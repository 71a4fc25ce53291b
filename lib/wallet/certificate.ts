import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { fail, ok, type Result } from '@/lib/core/result'

/** What signs a shop's orders, as PEM texts: Apple's certificate for its order type, its key, and who issued it. */
export type SigningIdentity = {
  certificate: string
  key: string
  /** The issuer first, each followed by its own issuer; Apple's intermediate alone is enough for Wallet. */
  chain: readonly string[]
}

type CheckedIdentity = { identity: SigningIdentity; orderTypeIdentifier: string; notAfter: Date }

/** Why an identity can't sign, in words for who sets it. */
export const IDENTITY_ERRORS = {
  certificate_unreadable: 'The certificate is no PEM certificate.',
  key_unreadable:
    'The key is no PEM private key, or it is encrypted: decrypt it first (openssl pkey -in … -out …).',
  key_mismatch: 'The key is not the certificate’s.',
  chain_unreadable: 'The chain has a part that is no PEM certificate.',
  chain_mismatch: 'The chain does not begin with the certificate’s issuer, or is out of order.',
  no_order_type: 'The certificate names no order type: its subject has no UID that begins with “order.”.',
  not_yet_valid: 'The certificate is not valid yet.',
  expired: 'The certificate, or one of its chain, has expired.',
} as const
export type IdentityError = keyof typeof IDENTITY_ERRORS

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

function read<T>(parse: () => T): T | null {
  try {
    return parse()
  } catch {
    // Node says in many ways that a text is no certificate or key; for the reader they are one.
    return null
  }
}

const readKey = (pem: string): KeyObject | null => read(() => createPrivateKey(pem))

/** Apple writes the order type's name into the subject as UID. */
const orderTypeOf = ({ subject }: X509Certificate): string | null =>
  /(?:^|\+ )UID=(order\.[^\s+]+)/m.exec(subject)?.[1] ?? null

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate | undefined): boolean =>
  issuer !== undefined && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)

/** Checks that a certificate, a key and a chain (PEM, several in one text) belong together and sign at this moment. */
export function checkIdentity(
  pem: { certificate: string; key: string; chain: string },
  now: Date,
): Result<CheckedIdentity, IdentityError> {
  const certificate = read(() => new X509Certificate(pem.certificate))
  if (!certificate) return fail('certificate_unreadable')
  const key = readKey(pem.key)
  if (!key) return fail('key_unreadable')
  if (!certificate.checkPrivateKey(key)) return fail('key_mismatch')
  const chain = (pem.chain.match(PEM) ?? []).map((one) => read(() => new X509Certificate(one)))
  const issuers = chain.filter((issuer) => issuer !== null)
  if (issuers.length !== chain.length) return fail('chain_unreadable')
  const line = [certificate, ...issuers]
  if (
    issuers.length === 0 ||
    !issuers.every((issuer, index) => line[index] && isIssuedBy(line[index], issuer))
  )
    return fail('chain_mismatch')
  const orderTypeIdentifier = orderTypeOf(certificate)
  if (!orderTypeIdentifier) return fail('no_order_type')
  if (line.some(({ validFrom }) => new Date(validFrom) > now)) return fail('not_yet_valid')
  const notAfter = new Date(Math.min(...line.map(({ validTo }) => Date.parse(validTo))))
  if (notAfter <= now) return fail('expired')
  const identity = {
    certificate: certificate.toString(),
    key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    chain: issuers.map(String),
  }
  return ok({ identity, orderTypeIdentifier, notAfter })
}
