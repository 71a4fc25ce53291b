import { and, eq, gt, sql } from 'drizzle-orm'
import { returnDrafts } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { sha256 } from '@/lib/core/keyring'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Shop } from '@/lib/shops/shop'
import { parseToken } from '@/lib/shops/token'

export type DraftRow = typeof returnDrafts.$inferSelect

export type DraftRefusal =
  /** The link opens nothing in this shop, or nothing any more. */
  | { code: 'unknown_draft' }
  /** It was changed elsewhere since it was shown. */
  | { code: 'stale' }
  /** It has become a return. */
  | { code: 'already_sent' }

/** Locks the draft behind a link; null when there is none (any more). */
export async function lockDraft(
  tx: ShopTx,
  shop: Pick<Shop, 'id' | 'key'>,
  token: string,
  now: Date,
): Promise<DraftRow | null> {
  const parsed = parseToken(token)
  if (!parsed || parsed.shopKey !== shop.key) return null
  const [row] = await tx
    .select()
    .from(returnDrafts)
    .where(
      and(
        eq(returnDrafts.shopId, shop.id),
        gt(returnDrafts.expiresAt, now),
        sql`${returnDrafts.id} = (select subject from tokens where shop_id = ${shop.id} and token_hash = ${sha256(parsed.bits)} and purpose = 'return-draft')`,
      ),
    )
    .for('update')
  return row ?? null
}

/** Locks a draft that may still be changed by whoever saw this version of it. */
export async function lockDraftToChange(
  tx: ShopTx,
  shop: Pick<Shop, 'id' | 'key'>,
  token: string,
  version: number,
  now: Date,
): Promise<Result<DraftRow, DraftRefusal>> {
  const row = await lockDraft(tx, shop, token, now)
  if (!row) return fail({ code: 'unknown_draft' })
  if (row.returnId !== null) return fail({ code: 'already_sent' })
  return row.version === version ? ok(row) : fail({ code: 'stale' })
}
