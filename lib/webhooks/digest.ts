import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

type Bytes = string | Uint8Array

/** HMAC-SHA256 over the parts in a row; text is UTF-8. */
export function hmacSha256(key: Bytes, ...parts: Bytes[]): Buffer {
  const hmac = createHmac('sha256', key)
  for (const part of parts) hmac.update(part)
  return hmac.digest()
}

const sha256 = (text: Bytes): Buffer => createHash('sha256').update(text).digest()

/** Equality whose time tells neither the first difference nor the lengths: both sides are hashed first. */
const equalInConstantTime = (a: Bytes, b: Bytes): boolean => timingSafeEqual(sha256(a), sha256(b))

/** Whether any candidate equals any expected value; every pair is compared, so the time doesn't tell which. */
export function anyEqual(candidates: readonly Bytes[], expected: readonly Bytes[]): boolean {
  const pairs = candidates.flatMap((candidate) =>
    expected.map((value) => equalInConstantTime(candidate, value)),
  )
  return pairs.includes(true)
}
