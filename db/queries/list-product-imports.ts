import { and, desc, eq } from 'drizzle-orm'
import { productImports } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ImportListJson } from '@/lib/api/schemas/product-schema'
import type { ShopId } from '@/lib/core/ids'

/** Sources are few, and 20 reports of each are kept. */
const MOST = 200

/** What a shop's imports of products came to, the newest first. */
export async function listProductImports(
  tx: ShopTx,
  shopId: ShopId,
  { source }: { source?: string | undefined },
): Promise<ImportListJson> {
  const rows = await tx
    .select()
    .from(productImports)
    .where(
      and(
        eq(productImports.shopId, shopId),
        source === undefined ? undefined : eq(productImports.source, source),
      ),
    )
    .orderBy(desc(productImports.startedAt), desc(productImports.id))
    .limit(MOST)
  return {
    imports: rows.map(({ id, source, state, error, report, startedAt, finishedAt }) => ({
      id,
      source,
      state,
      error,
      ...report,
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
    })),
  }
}
