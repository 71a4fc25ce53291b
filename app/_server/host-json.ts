import type { HostRow } from '@/db/queries/read-hosts'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { hostToken } from '@/lib/services/host-token'
import { type HostProof, hostProof } from '@/lib/shops/host-proof'

export type HostJson = { host: string; verified: boolean; verifiedAt: string | null; proof: HostProof }

/** A host as its merchant reads it, with what to publish. */
export const hostJson = (
  { keyring }: Context,
  shopId: ShopId,
  { host, verifiedAt }: Pick<HostRow, 'host' | 'verifiedAt'>,
): HostJson => ({
  host,
  verified: verifiedAt !== null,
  verifiedAt: verifiedAt?.toISOString() ?? null,
  proof: hostProof(host, hostToken(keyring, shopId, host)),
})
