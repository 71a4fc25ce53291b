import { webcrypto } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pki from 'pkijs'

const COMMON_NAME = '2.5.4.3'
const USER_ID = '0.9.2342.19200300.100.1.1'
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
}
const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

const KINDS = { rsa: RSA, ec: EC } as const
const newPair = (kind: keyof typeof KINDS): Promise<CryptoKeyPair> =>
  kind === 'rsa'
    ? webcrypto.subtle.generateKey(RSA, true, ['sign', 'verify'])
    : webcrypto.subtle.generateKey(EC, true, ['sign', 'verify'])

type Made = { certificate: pki.Certificate; keys: CryptoKeyPair; pem: string }

const pem = (label: string, der: ArrayBuffer): string =>
  `-----BEGIN ${label}-----\n${(
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join('\n')}\n-----END ${label}-----\n`

const year = (now: Date, away: number): Date =>
  new Date(Date.UTC(now.getUTCFullYear() + away, now.getUTCMonth(), 1))

let serial = 1000

async function issue(
  subject: { [oid: string]: string },
  {
    by,
    from,
    to,
    kind = 'ec',
    isAuthority = true,
  }: { by: Made | null; from: Date; to: Date; kind?: keyof typeof KINDS; isAuthority?: boolean },
): Promise<Made> {
  const keys = await newPair(kind)
  const certificate = new pki.Certificate()
  certificate.version = 2
  serial += 1
  certificate.serialNumber = new asn1.Integer({ value: serial })
  for (const [type, value] of Object.entries(subject))
    certificate.subject.typesAndValues.push(
      new pki.AttributeTypeAndValue({ type, value: new asn1.Utf8String({ value }) }),
    )
  certificate.issuer = by ? by.certificate.subject : certificate.subject
  certificate.notBefore.value = from
  certificate.notAfter.value = to
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  const basic = new pki.BasicConstraints({ cA: isAuthority }).toSchema().toBER(false)
  certificate.extensions = [
    new pki.Extension({ extnID: pki.id_BasicConstraints, critical: true, extnValue: basic }),
  ]
  await certificate.sign((by?.keys ?? keys).privateKey, 'SHA-256')
  return { certificate, keys, pem: pem('CERTIFICATE', certificate.toSchema(true).toBER(false)) }
}

/** A made-up authority with an intermediate, as Apple's is built, and an order type's certificate under it; all PEM. */
export async function walletIdentity(
  now: Date,
  {
    kind = 'ec',
    userId = 'order.com.example.shop',
    years = 1,
  }: { kind?: keyof typeof KINDS; userId?: string | null; years?: number } = {},
) {
  const [from, to] = [year(now, -5), year(now, 5)]
  const root = await issue({ [COMMON_NAME]: 'Test Root' }, { by: null, from, to })
  const intermediate = await issue({ [COMMON_NAME]: 'Test Intermediate' }, { by: root, from, to })
  const leaf = await issue(
    { ...(userId && { [USER_ID]: userId }), [COMMON_NAME]: `Order Type ID: ${userId}` },
    { by: intermediate, from: year(now, -3), to: year(now, years), kind, isAuthority: false },
  )
  return {
    root: root.pem,
    chain: intermediate.pem,
    certificate: leaf.pem,
    key: pem('PRIVATE KEY', await webcrypto.subtle.exportKey('pkcs8', leaf.keys.privateKey)),
  }
}
