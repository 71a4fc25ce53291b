import { eq, max } from 'drizzle-orm'
import { returnPolicies, shops } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import type { PolicyFinding } from '@/lib/returns/policy/lint/finding'
import type { Policy } from '@/lib/returns/policy/schema'
import type { Context } from '@/lib/services/context'
import { lintForShop } from './lint-for-shop'

export type WrittenPolicy = { version: number; active: boolean; findings: PolicyFinding[] }

/**
 * Stores a policy as a new version: it holds at once, or is kept as a draft. One with errors is refused with all of them; of one
 * that is stored the warnings come back. Returns that were sent under an earlier version keep what they were told.
 */
export async function writePolicy(
  { db, now }: Pick<Context, 'db' | 'now'>,
  shopId: ShopId,
  policy: Policy,
  { draft = false, note = null }: { draft?: boolean; note?: string | null } = {},
): Promise<Result<WrittenPolicy, { code: 'invalid'; findings: PolicyFinding[] }>> {
  return withShop(db, shopId, async (tx) => {
    const at = now()
    const findings = await lintForShop(tx, shopId, policy, at)
    const errors = findings.filter(({ severity }) => severity === 'error')
    if (errors.length > 0) return fail({ code: 'invalid', findings: errors })
    // The shop's row in hand, two writers can't take the same number.
    await tx.select({ id: shops.shopId }).from(shops).where(eq(shops.shopId, shopId)).for('update')
    const [newest] = await tx
      .select({ version: max(returnPolicies.version) })
      .from(returnPolicies)
      .where(eq(returnPolicies.shopId, shopId))
    const version = (newest?.version ?? 0) + 1
    await tx.insert(returnPolicies).values({
      shopId,
      version,
      document: policy,
      note,
      createdAt: at,
      activeSince: draft ? null : at,
    })
    return ok({ version, active: !draft, findings })
  })
}
