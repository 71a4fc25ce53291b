import { and, desc, eq, inArray } from 'drizzle-orm'
import { productImports } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { emptyReport } from '@/lib/catalogue/import-report'
import { reasonOf } from '@/lib/core/describe-error'
import { newId, type ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import type { Imported } from './import-entries'

/** So many reports of a source are kept. */
const KEPT = 20

/** What an import came to: `unchanged` where the source says that it is as it was. */
export type ImportOutcome = Imported | 'unchanged'

const NOTHING: Imported = { report: emptyReport(), error: null }

async function begin({ db, now }: Context, shopId: ShopId, source: string): Promise<string> {
  const id = newId()
  const at = now()
  await withShop(db, shopId, async (tx) => {
    const mine = and(eq(productImports.shopId, shopId), eq(productImports.source, source))
    await tx
      .update(productImports)
      .set({ state: 'failed', error: 'it was interrupted', finishedAt: at })
      .where(and(mine, eq(productImports.state, 'running')))
    const old = await tx
      .select({ id: productImports.id })
      .from(productImports)
      .where(mine)
      .orderBy(desc(productImports.startedAt))
      .offset(KEPT - 1)
    const ids = old.map((row) => row.id)
    if (ids.length > 0)
      await tx
        .delete(productImports)
        .where(and(eq(productImports.shopId, shopId), inArray(productImports.id, ids)))
    await tx
      .insert(productImports)
      .values({ shopId, id, source, state: 'running', error: null, report: emptyReport(), startedAt: at })
  })
  return id
}

async function finish(
  { db, now }: Context,
  shopId: ShopId,
  id: string,
  outcome: ImportOutcome,
): Promise<void> {
  const { report, error } = outcome === 'unchanged' ? NOTHING : outcome
  const state = outcome === 'unchanged' ? 'unchanged' : error === null ? 'done' : 'failed'
  await withShop(db, shopId, (tx) =>
    tx
      .update(productImports)
      .set({ state, error, report, finishedAt: now() })
      .where(and(eq(productImports.shopId, shopId), eq(productImports.id, id))),
  )
}

/** Does an import and keeps its report, whatever becomes of it. */
export async function keepImport(
  context: Context,
  shopId: ShopId,
  source: string,
  run: () => Promise<ImportOutcome>,
): Promise<ImportOutcome> {
  const id = await begin(context, shopId, source)
  try {
    const outcome = await run()
    await finish(context, shopId, id, outcome)
    return outcome
  } catch (error) {
    await finish(context, shopId, id, { report: emptyReport(), error: reasonOf(error) })
    throw error
  }
}
