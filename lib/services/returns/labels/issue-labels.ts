import { eq, sql } from 'drizzle-orm'
import { returnBoxes, workReady } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { logger } from '@/lib/core/logger'
import { fail, ok, type Result } from '@/lib/core/result'
import type { IssuedLabel, LabelFault } from '@/lib/returns/labels/label-request'
import { claimWork } from '@/lib/services/claim-work'
import type { Context } from '@/lib/services/context'
import { keepLabel } from './keep-label'
import { type LabelJob, readLabelJob } from './label-job'
import { labelReference } from './label-reference'
import { addLabelWork } from './label-work'
import { noteLabelsIssued } from './note-labels-issued'
import { endLabelWork, postponeLabelWork } from './settle-work'
import { tellLabelFailed } from './tell-label-failed'
import { type BoxRow, thisBox, travellingBoxes } from './travelling-boxes'

/** Longer than all calls for one box take together. */
const LEASE_SECONDS = 300

type Taken = { box: BoxRow; job: Result<LabelJob, string> }
type Outcome = Result<IssuedLabel, LabelFault>

/** Takes the next box that waits, and notes the try before anybody outside is asked; null: none waits, or somebody else is at it. */
async function takeBox(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  returnId: string,
  workId: string,
): Promise<Taken | null> {
  if (!(await claimWork(tx, workId, context.now(), LEASE_SECONDS))) return null
  const box = (await travellingBoxes(tx, shopId, returnId)).find(({ labelState }) => labelState === 'due')
  if (!box) {
    await endLabelWork(tx, workId)
    return null
  }
  const job = await readLabelJob(tx, context, shopId, box)
  if (job.ok)
    await tx
      .update(returnBoxes)
      .set({ labelTries: sql`${returnBoxes.labelTries} + 1` })
      .where(thisBox(shopId, returnId, box.box))
  return { box, job }
}

/** Asks for the label; where an earlier try may have bought it, that one is looked for first. */
async function ask({ job }: Taken): Promise<Outcome> {
  if (!job.ok) return fail({ detail: job.error, passes: false })
  const { provider, request } = job.value
  const found = request.isRepeat && provider.find ? await provider.find(request) : ok(null)
  if (!found.ok) return found
  return found.value ? ok(found.value) : provider.issue(request)
}

/** What was bought for a box that nobody wants a label for any more is given back. */
async function giveBack(
  tx: ShopTx,
  shopId: ShopId,
  { box }: Taken,
  issued: IssuedLabel,
  now: Date,
): Promise<void> {
  const { returnId, label } = box
  if (!issued.reference || !label) return
  const { provider } = label
  await addLabelWork(
    tx,
    shopId,
    { do: 'void', returnId, box: box.box, provider, by: 'provider', reference: issued.reference },
    now,
  )
}

/** Notes what came of a try; true where the next box may be taken. */
async function note(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  workId: string,
  taken: Taken,
  outcome: Outcome,
): Promise<boolean> {
  const now = context.now()
  const { returnId, box } = taken.box
  await tx.select({ id: workReady.id }).from(workReady).where(eq(workReady.id, workId)).for('update')
  const boxes = await travellingBoxes(tx, shopId, returnId)
  const row = boxes.find((one) => one.box === box)
  const isWanted = row?.labelState === 'due' && labelReference(row) === labelReference(taken.box)
  if (!isWanted) {
    if (outcome.ok) await giveBack(tx, shopId, taken, outcome.value, now)
  } else if (outcome.ok && taken.job.ok) {
    const { carrier } = taken.job.value.request
    await keepLabel(tx, shopId, row, outcome.value, { provider: row.label?.provider ?? '', carrier }, now)
    await noteLabelsIssued(tx, context, shopId, returnId)
  } else if (!outcome.ok) {
    const postponed = await postponeLabelWork(tx, workId, outcome.error, now)
    await tx
      .update(returnBoxes)
      .set({ labelState: postponed ? 'due' : 'failed', labelError: outcome.error.detail })
      .where(thisBox(shopId, returnId, box))
    if (postponed) return false
    await tellLabelFailed(tx, shopId, row, outcome.error.detail, now)
  }
  await tx.update(workReady).set({ dueAt: now, attempts: 0 }).where(eq(workReady.id, workId))
  return true
}

/**
 * Asks providers for the labels of a return that are due, one box after the other, each call outside any transaction. A crash
 * buys nothing twice: the try is noted first, and the next one looks for what our reference has bought already.
 */
export async function issueLabels(
  context: Context,
  shopId: ShopId,
  returnId: string,
  workId: string,
): Promise<void> {
  for (;;) {
    const taken = await withShop(context.db, shopId, (tx) => takeBox(tx, context, shopId, returnId, workId))
    if (!taken) return
    const outcome = await ask(taken)
    if (!outcome.ok) logger.warn('label not issued', { shopId, returnId, box: taken.box.box })
    const goesOn = await withShop(context.db, shopId, (tx) =>
      note(tx, context, shopId, workId, taken, outcome),
    )
    if (!goesOn) return
  }
}
