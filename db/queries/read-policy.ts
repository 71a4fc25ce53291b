import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { orders, returnPolicies, shops } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { defaultPolicy } from '@/lib/returns/policy/default-policy'
import type { Policy } from '@/lib/returns/policy/schema'

/** The currency that a shop without a policy sells in: its newest order's. */
async function currencyOf(tx: ShopTx, shopId: ShopId): Promise<string> {
  const [row] = await tx
    .select({ currency: orders.currency })
    .from(orders)
    .where(eq(orders.shopId, shopId))
    .orderBy(desc(orders.id))
    .limit(1)
  return row?.currency ?? 'EUR'
}

/** What holds where nothing was written; null: no such shop. */
async function defaultPolicyOf(tx: ShopTx, shopId: ShopId): Promise<Policy | null> {
  const [shop] = await tx.select({ settings: shops.settings }).from(shops).where(eq(shops.shopId, shopId))
  if (!shop) return null
  const { locales, name } = shop.settings
  const currency = await currencyOf(tx, shopId)
  return defaultPolicy({ currency, locales, destination: null, shopName: name })
}

/** The policy that holds, or the default one as version 0; null: no such shop. */
export async function getActivePolicy(
  tx: ShopTx,
  shopId: ShopId,
): Promise<{ version: number; policy: Policy } | null> {
  const [row] = await tx
    .select({ version: returnPolicies.version, policy: returnPolicies.document })
    .from(returnPolicies)
    .where(and(eq(returnPolicies.shopId, shopId), isNotNull(returnPolicies.activeSince)))
    .orderBy(desc(returnPolicies.version))
    .limit(1)
  if (row) return row
  const policy = await defaultPolicyOf(tx, shopId)
  return policy && { version: 0, policy }
}

/** The policy that a return was asked for under: a stored version, or as version 0 the default one. */
export async function findPolicy(tx: ShopTx, shopId: ShopId, version: number): Promise<Policy | null> {
  if (version === 0) return defaultPolicyOf(tx, shopId)
  return (await findPolicyVersion(tx, shopId, version))?.policy ?? null
}

export type PolicyVersion = {
  version: number
  note: string | null
  createdAt: Date
  /** Null: a draft. */
  activeSince: Date | null
}

/** Every stored version without its document, the newest first. */
export const listPolicyVersions = (tx: ShopTx, shopId: ShopId): Promise<PolicyVersion[]> =>
  tx
    .select({
      version: returnPolicies.version,
      note: returnPolicies.note,
      createdAt: returnPolicies.createdAt,
      activeSince: returnPolicies.activeSince,
    })
    .from(returnPolicies)
    .where(eq(returnPolicies.shopId, shopId))
    .orderBy(desc(returnPolicies.version))

/** One stored version; null: there is none of that number. */
export async function findPolicyVersion(
  tx: ShopTx,
  shopId: ShopId,
  version: number,
): Promise<(PolicyVersion & { policy: Policy }) | null> {
  const [row] = await tx
    .select()
    .from(returnPolicies)
    .where(and(eq(returnPolicies.shopId, shopId), eq(returnPolicies.version, version)))
  if (!row) return null
  const { document, note, createdAt, activeSince } = row
  return { version: row.version, policy: document, note, createdAt, activeSince }
}
