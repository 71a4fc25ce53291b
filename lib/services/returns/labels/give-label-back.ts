import { and, eq } from 'drizzle-orm'
import { returnBoxes, returns } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { logger } from '@/lib/core/logger'
import { fail, ok, type Result } from '@/lib/core/result'
import type { LabelFault, LabelProvider, LabelSought } from '@/lib/returns/labels/label-request'
import { claimWork } from '@/lib/services/claim-work'
import type { Context } from '@/lib/services/context'
import { openProvider } from './label-job'
import { labelName } from './label-reference'
import type { LabelWork } from './label-work'
import { endLabelWork, postponeLabelWork } from './settle-work'
import { thisBox } from './travelling-boxes'

/** Longer than all calls for one label take together. */
const LEASE_SECONDS = 300

type Voiding = Extract<LabelWork, { do: 'void' }>
type Opened = { provider: LabelProvider; sought: LabelSought }

async function openVoiding(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  work: Voiding,
): Promise<Opened | null> {
  const provider = await openProvider(tx, context, shopId, work.provider)
  const [row] = await tx
    .select({ number: returns.number, createdAt: returns.createdAt })
    .from(returns)
    .where(and(eq(returns.shopId, shopId), eq(returns.id, work.returnId)))
  if (!provider || !row) return null
  const { reference, returnId } = work
  const name = labelName(reference, returnId, row.number)
  return { provider, sought: { reference, name, since: row.createdAt, now: context.now(), wantsCode: false } }
}

/** The provider's own id of what is to be given back; null: nothing was bought. */
async function idOf(
  { by, reference }: Voiding,
  { provider, sought }: Opened,
): Promise<Result<string | null, LabelFault>> {
  if (by === 'provider') return ok(reference)
  const found = provider.find ? await provider.find(sought) : ok(null)
  return found.ok ? ok(found.value?.reference ?? null) : found
}

async function giveBack(work: Voiding, opened: Opened | null): Promise<Result<null, LabelFault>> {
  if (!opened) return fail({ detail: `${work.provider} is not set up`, passes: false })
  const id = await idOf(work, opened)
  if (!id.ok) return id
  return id.value === null ? ok(null) : opened.provider.void(id.value)
}

/** What was refused for good stands at the box, for the merchant: nobody can use the label, but it may still cost something. */
async function note(
  tx: ShopTx,
  shopId: ShopId,
  { returnId, box }: Voiding,
  detail: string | null,
): Promise<void> {
  await tx
    .update(returnBoxes)
    .set({ labelState: 'voided', labelError: detail && `not given back: ${detail}` })
    .where(and(thisBox(shopId, returnId, box), eq(returnBoxes.labelState, 'voiding')))
}

/** Gives one label back to its provider; the call stands outside any transaction. */
export async function giveLabelBack(
  context: Context,
  shopId: ShopId,
  work: Voiding,
  workId: string,
): Promise<void> {
  const { db, now } = context
  const claimed = await withShop(db, shopId, async (tx) =>
    (await claimWork(tx, workId, now(), LEASE_SECONDS))
      ? { opened: await openVoiding(tx, context, shopId, work) }
      : null,
  )
  if (!claimed) return
  const outcome = await giveBack(work, claimed.opened)
  if (!outcome.ok) logger.warn('label not given back', { shopId, returnId: work.returnId, box: work.box })
  await withShop(db, shopId, async (tx) => {
    if (!outcome.ok && (await postponeLabelWork(tx, workId, outcome.error, now()))) return
    await note(tx, shopId, work, outcome.ok ? null : outcome.error.detail)
    await endLabelWork(tx, workId)
  })
}
