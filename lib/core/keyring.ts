import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const IV_BYTES = 12
const TAG_BYTES = 16
const TOKEN_BYTES = 16

/** Everything that is derived from `DOORSTEP_SECRET`. */
export type Keyring = {
  /** Names the secret that sealed a value, so that a rotation can tell them apart. */
  keyId: string
  /** AES-256-GCM; `owner` (shop and column) is authenticated, so a value can't be moved to another row's owner. */
  seal: (owner: string, plain: string) => string
  /** Throws when the value was sealed for another owner or under another secret. */
  open: (owner: string, sealed: string) => string
  /** The 128 secret bits of a public link, base64url: the same subject gives the same link again. */
  tokenBits: (purpose: string, subject: string, generation: number) => string
  /** A keyed hash for what may not be stored in clear (addresses, order numbers in counters). */
  keyedHash: (purpose: string, text: string) => string
}

/** Derives the keys by HKDF-SHA-256, one per purpose. */
export function createKeyring(secret: string): Keyring {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'doorstep', purpose, 32))
  const sealing = derive('seal')
  const linking = derive('link')
  const hashing = derive('hash')
  const mac = (key: Buffer, parts: string[]) => {
    const hmac = createHmac('sha256', key)
    // Length-prefixed, so that no two lists of parts read the same.
    for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:`).update(part)
    return hmac.digest()
  }
  return {
    keyId: derive('key-id').toString('hex').slice(0, 12),
    seal(owner, plain) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(owner))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
    },
    open(owner, sealed) {
      const bytes = Buffer.from(sealed, 'base64')
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, IV_BYTES))
        .setAAD(Buffer.from(owner))
        .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      return Buffer.concat([
        decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)),
        decipher.final(),
      ]).toString('utf8')
    },
    tokenBits: (purpose, subject, generation) =>
      mac(linking, [purpose, subject, String(generation)])
        .subarray(0, TOKEN_BYTES)
        .toString('base64url'),
    keyedHash: (purpose, text) => mac(hashing, [purpose, text]).toString('hex'),
  }
}

/** SHA-256 in hex: how secrets with enough entropy of their own (keys, link bits) rest in the database. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')
