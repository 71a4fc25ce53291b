import { toDecimal } from '@/lib/returns/money/decimal'
import type { AskedPayment } from '@/lib/returns/money/payment-message'
import { refundNote } from './refund-input'

/** Letters and digits of a code that Shopify takes (8 to 20), without those that are mistaken for one another. */
const ALPHABET = 'abcdefghjkmnpqrstvwxyz23456789'
const LENGTH = 16

/** The code of a credit, from 128 secret bits: the same payment has the same code, so that a second card can't come of it. */
export const creditCode = (secret: Uint8Array): string =>
  Array.from(secret.subarray(0, LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')

/** https://shopify.dev/docs/api/admin-graphql/2026-10/input-objects/GiftCardCreateInput */
export const creditInput = (asked: AskedPayment, code: string) => ({
  initialValue: toDecimal(asked.amount, asked.currency),
  code,
  note: refundNote(asked),
})

/** The card was made by an earlier try: nobody else can know its code. */
export const isTaken = (errors: readonly { code?: string | null | undefined }[]): boolean =>
  errors.some(({ code }) => code === 'TAKEN')
