import { findDraftByToken } from '@/db/queries/read-draft'
import { withShop } from '@/db/with-shop'
import { sha256 } from '@/lib/core/keyring'
import type { DraftView } from '@/lib/returns/draft-view'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { parseToken } from '@/lib/shops/token'
import { readDraftView } from './read-draft-view'

/** What a draft's link shows; null when it opens nothing in this shop, or nothing any more. */
export async function openDraft(context: Context, shop: Shop, token: string): Promise<DraftView | null> {
  const parsed = parseToken(token)
  if (!parsed || parsed.shopKey !== shop.key) return null
  const read = await withShop(context.db, shop.id, (tx) =>
    readDraftView(tx, context, shop, findDraftByToken(tx, shop.id, sha256(parsed.bits), context.now())),
  )
  return read?.view ?? null
}
