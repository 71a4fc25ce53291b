import { findPolicy } from '@/db/queries/read-policy'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Destination, Method } from '@/lib/returns/policy/schema'

/** Methods that a carrier carries. */
export type CarriedMethod = Extract<Method, { carrier: string }>

/**
 * How a return travels and where it goes, in the words of the policy that it was decided by; the method is null where no label
 * is made for it.
 */
export async function findMethod(
  tx: ShopTx,
  shopId: ShopId,
  {
    policyVersion,
    method,
    destination,
  }: { policyVersion: number; method: { id: string }; destination: string },
): Promise<{ method: CarriedMethod | null; destination: Destination | null }> {
  const policy = await findPolicy(tx, shopId, policyVersion)
  const found = policy?.methods.find(({ id }) => id === method.id)
  return {
    method: found && 'carrier' in found ? found : null,
    destination: policy?.destinations.find(({ id }) => id === destination) ?? policy?.destinations[0] ?? null,
  }
}
