import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { findHost, type HostRow } from '@/db/queries/read-hosts'
import { lookupHosts, shopHosts } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import { hostSchema, isOurHost } from '@/lib/shops/host'
import type { Context } from './context'

/** The body of `POST /api/v1/hosts`. */
export const hostBodySchema = z.strictObject({ host: hostSchema })

export type AddHostError =
  /** Doorstep's own: shops have their segment there. */
  | { code: 'own_host' }
  /** Another shop has proven it. */
  | { code: 'host_taken' }

/**
 * Notes that a shop wants a host, in the form of {@link hostSchema}; it serves once it is verified. Adding it again changes
 * nothing. Two shops may want the same host: the one that proves it has it.
 */
export async function addHost(
  { db, now, origin }: Context,
  shopId: ShopId,
  host: string,
): Promise<Result<{ row: HostRow; created: boolean }, AddHostError>> {
  if (isOurHost(host, origin)) return fail({ code: 'own_host' })
  return withShop(db, shopId, async (tx) => {
    const [owner] = await tx.select().from(lookupHosts).where(eq(lookupHosts.host, host))
    if (owner && owner.shopId !== shopId) return fail({ code: 'host_taken' })
    const known = await findHost(tx, shopId, host)
    if (known) return ok({ row: known, created: false })
    const row = { shopId, host, verifiedAt: null, createdAt: now() }
    await tx
      .insert(shopHosts)
      .values(row)
      .onConflictDoNothing({ target: [shopHosts.shopId, shopHosts.host] })
    return ok({ row, created: true })
  })
}
