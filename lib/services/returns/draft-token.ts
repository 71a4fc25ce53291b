import { tokens } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { type Keyring, sha256 } from '@/lib/core/keyring'
import { formatToken } from '@/lib/shops/token'

const PURPOSE = 'return-draft'
const GENERATION = 1

const bitsOf = (keyring: Keyring, draftId: string) => keyring.tokenBits(PURPOSE, draftId, GENERATION)

/** The text of a draft's link. */
export const draftToken = (keyring: Keyring, shopKey: string, draftId: string): string =>
  formatToken({ shopKey, bits: bitsOf(keyring, draftId) })

/** Lets a draft's link in. */
export async function admitDraftToken(
  tx: ShopTx,
  keyring: Keyring,
  shopId: ShopId,
  draftId: string,
  now: Date,
): Promise<void> {
  await tx.insert(tokens).values({
    shopId,
    tokenHash: sha256(bitsOf(keyring, draftId)),
    purpose: PURPOSE,
    subject: draftId,
    scope: 'act',
    generation: GENERATION,
    createdAt: now,
  })
}
