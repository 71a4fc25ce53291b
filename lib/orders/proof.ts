import { createHash, timingSafeEqual } from 'node:crypto'

/** What a shopper proves an order with, and how far each proof reaches. */
export type Proof = { kind: 'email' | 'postcode'; text: string }

/** Anything with an `@` is meant as an e-mail address. */
export const readProof = (text: string): Proof =>
  text.includes('@')
    ? { kind: 'email', text: text.trim().normalize('NFC').toLowerCase() }
    : { kind: 'postcode', text: text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase() }

const digest = (text: string) => createHash('sha256').update(text).digest()

/**
 * Whether a proof fits an order's own e-mail address or postcode. Takes the same time for every answer, also when there is no
 * order (`null`).
 */
export function proofFits(
  proof: Proof,
  known: { email: string | null; postalCode: string | null } | null,
): boolean {
  const expected = readProof((proof.kind === 'email' ? known?.email : known?.postalCode) ?? '').text
  const equal = timingSafeEqual(digest(proof.text), digest(expected))
  return equal && expected !== '' && proof.text !== ''
}
