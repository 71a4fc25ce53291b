import { fail, ok, type Result } from '@/lib/core/result'
import type { SignatureError } from './signature'

/** Longer than any vendor's signature header, rotation included. */
const HEADER_LENGTH = 4096

/** Of a list of signatures, so many are looked at. */
export const SIGNATURES_CONSIDERED = 10

/**
 * A header that takes part in a signature. Sent twice it arrives as one value joined by a comma, which no scheme's
 * alphabet allows.
 */
export function readSignedHeader(headers: Headers, name: string): Result<string, SignatureError> {
  const value = headers.get(name)
  if (!value) return fail('signature_missing')
  return value.length > HEADER_LENGTH ? fail('signature_malformed') : ok(value)
}

/** Secrets that can be used: an empty one would let anybody sign. */
export const usableSecrets = (secrets: readonly string[]): string[] =>
  secrets.filter((secret) => secret !== '')
