import { and, eq, inArray } from 'drizzle-orm'
import { findShopIdBySlug } from '@/db/queries/find-shop'
import { returnDrafts, tokens } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { getContext } from '@/lib/context'
import { sha256 } from '@/lib/core/keyring'
import { parseToken } from '@/lib/shops/token'
import { closeDatabase } from '@/scripts/close-database'

/** A program of its own, beside a running server: lets the time of a return that was begun run out. */
const [slug = '', link = ''] = process.argv.slice(2)
try {
  const { db } = await getContext()
  const shopId = await findShopIdBySlug(db, slug)
  const token = parseToken(link)
  if (!shopId || !token) throw new Error(`nothing to let run out: ${slug} ${link}`)
  await withShop(db, shopId, (tx) =>
    tx
      .update(returnDrafts)
      .set({ expiresAt: new Date(0) })
      .where(
        and(
          eq(returnDrafts.shopId, shopId),
          inArray(
            returnDrafts.id,
            tx
              .select({ id: tokens.subject })
              .from(tokens)
              .where(and(eq(tokens.shopId, shopId), eq(tokens.tokenHash, sha256(token.bits)))),
          ),
        ),
      ),
  )
} finally {
  await closeDatabase()
}
