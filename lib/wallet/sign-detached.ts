import { createPrivateKey, type KeyObject, webcrypto, X509Certificate } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pki from 'pkijs'
import type { SigningIdentity } from './certificate'

const HASH = 'SHA-256'
const OID = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
} as const

const CURVES: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
}

function algorithmOf({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject) {
  if (type === 'rsa') return { name: 'RSASSA-PKCS1-v1_5', hash: HASH }
  const namedCurve = type === 'ec' ? CURVES[details?.namedCurve ?? ''] : undefined
  if (!namedCurve) throw new Error(`a key of the kind ${type} can’t sign orders`)
  return { name: 'ECDSA', namedCurve, hash: HASH }
}

function importKey(pem: string): Promise<CryptoKey> {
  const key = createPrivateKey(pem)
  const der = key.export({ type: 'pkcs8', format: 'der' })
  return webcrypto.subtle.importKey('pkcs8', der, algorithmOf(key), false, ['sign'])
}

const readCertificate = (pem: string): pki.Certificate =>
  pki.Certificate.fromBER(new X509Certificate(pem).raw)

/** In DER's order of a set: by their first bytes. */
function signedAttributes(digest: ArrayBuffer, now: Date): pki.SignedAndUnsignedAttributes {
  const attribute = (type: string, value: asn1.BaseBlock) => new pki.Attribute({ type, values: [value] })
  return new pki.SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      attribute(OID.contentType, new asn1.ObjectIdentifier({ value: pki.id_ContentType_Data })),
      attribute(OID.signingTime, new asn1.UTCTime({ valueDate: now })),
      attribute(OID.messageDigest, new asn1.OctetString({ valueHex: digest })),
    ],
  })
}

/** A detached CMS signature over SHA-256 ([RFC 5652](https://www.rfc-editor.org/rfc/rfc5652)), DER, with its chain. */
export async function signDetached(
  content: Uint8Array<ArrayBuffer>,
  identity: SigningIdentity,
  now: Date,
): Promise<Uint8Array> {
  const signer = readCertificate(identity.certificate)
  const digest = await webcrypto.subtle.digest(HASH, content)
  const signed = new pki.SignedData({
    version: 1,
    encapContentInfo: new pki.EncapsulatedContentInfo({ eContentType: pki.id_ContentType_Data }),
    signerInfos: [
      new pki.SignerInfo({
        version: 1,
        sid: new pki.IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
        signedAttrs: signedAttributes(digest, now),
      }),
    ],
    certificates: [signer, ...identity.chain.map(readCertificate)],
  })
  await signed.sign(await importKey(identity.key), 0, HASH, content)
  const info = new pki.ContentInfo({
    contentType: pki.id_ContentType_SignedData,
    content: signed.toSchema(true),
  })
  return new Uint8Array(info.toSchema().toBER(false))
}
