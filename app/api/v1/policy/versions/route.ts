import { merchantHandler } from '@/app/_server/merchant-handler'
import { listPolicyVersions } from '@/db/queries/read-policy'
import { withShop } from '@/db/with-shop'

export const GET = merchantHandler(async ({ context, shopId }) => {
  const rows = await withShop(context.db, shopId, (tx) => listPolicyVersions(tx, shopId))
  const active = rows.find(({ activeSince }) => activeSince !== null)?.version
  const versions = rows.map(({ version, note, createdAt, activeSince }) => ({
    version,
    note,
    createdAt: createdAt.toISOString(),
    activeSince: activeSince?.toISOString() ?? null,
    active: version === active,
  }))
  return Response.json({ versions }, { headers: { 'cache-control': 'no-store' } })
})
