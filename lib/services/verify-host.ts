import { and, eq } from 'drizzle-orm'
import { findHost, type HostRow } from '@/db/queries/read-hosts'
import { lookupHosts, shopHosts } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import { hostProof } from '@/lib/shops/host-proof'
import { checkHostProof, type ProofFault, type ResolveTxt, resolveBySystem } from './check-host-proof'
import type { Context } from './context'
import { hostToken } from './host-token'

export type VerifyHostError =
  /** The shop hasn't added it. */
  | { code: 'not_found' }
  /** Neither place holds the proof. */
  | { code: 'host_unproven'; faults: ProofFault[] }
  /** Another shop has proven it before. */
  | { code: 'host_taken' }

/**
 * Looks for a host's proof and lets the host serve. A host that was verified before stays so when its proof is gone: only
 * deleting gives it up.
 */
export async function verifyHost(
  { db, now, keyring, fetch }: Context,
  shopId: ShopId,
  host: string,
  resolveTxt: ResolveTxt = resolveBySystem,
): Promise<Result<HostRow, VerifyHostError>> {
  const wanted = await withShop(db, shopId, (tx) => findHost(tx, shopId, host))
  if (!wanted) return fail({ code: 'not_found' })
  const proof = hostProof(host, hostToken(keyring, shopId, host))
  const faults = await checkHostProof(proof, fetch, resolveTxt)
  if (faults.length > 0) return fail({ code: 'host_unproven', faults })
  return withShop(db, shopId, async (tx) => {
    // Again, since it may have been given up meanwhile.
    const row = await findHost(tx, shopId, host)
    if (!row) return fail({ code: 'not_found' })
    await tx.insert(lookupHosts).values({ host, shopId }).onConflictDoNothing({ target: lookupHosts.host })
    const [owner] = await tx.select().from(lookupHosts).where(eq(lookupHosts.host, host))
    if (owner?.shopId !== shopId) return fail({ code: 'host_taken' })
    const verifiedAt = row.verifiedAt ?? now()
    await tx
      .update(shopHosts)
      .set({ verifiedAt })
      .where(and(eq(shopHosts.shopId, shopId), eq(shopHosts.host, host)))
    return ok({ ...row, verifiedAt })
  })
}
