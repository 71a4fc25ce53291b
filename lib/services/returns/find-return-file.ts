import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { returnFiles } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { sha256 } from '@/lib/core/keyring'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { parseToken } from '@/lib/shops/token'

export type ReturnFile = { mediaType: string; content: Uint8Array }

const PURPOSE = { draft: 'return-draft', return: 'return' } as const

const idSchema = z.uuid()

/** A file of the draft or the return behind a link; null when the link opens nothing, or the file is another's. */
export async function findReturnFile(
  { db, now }: Context,
  shop: Shop,
  owner: keyof typeof PURPOSE,
  token: string,
  fileId: string,
): Promise<ReturnFile | null> {
  const parsed = parseToken(token)
  const id = idSchema.safeParse(fileId)
  if (!parsed || parsed.shopKey !== shop.key || !id.success) return null
  const subject = sql`(select t.subject from tokens t where t.shop_id = ${shop.id} and t.token_hash = ${sha256(parsed.bits)} and t.purpose = ${PURPOSE[owner]})`
  const isKept =
    owner === 'draft'
      ? sql`exists (select 1 from return_drafts d where d.shop_id = ${shop.id} and d.id = ${returnFiles.ownerId} and d.expires_at > ${now().toISOString()})`
      : undefined
  const [row] = await withShop(db, shop.id, (tx) =>
    tx
      .select({ mediaType: returnFiles.mediaType, content: returnFiles.content })
      .from(returnFiles)
      .where(
        and(
          eq(returnFiles.shopId, shop.id),
          eq(returnFiles.id, id.data),
          eq(returnFiles.ownerType, owner),
          sql`${returnFiles.ownerId} = ${subject}`,
          isKept,
        ),
      ),
  )
  return row ?? null
}
