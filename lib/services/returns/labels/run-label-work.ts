import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { giveLabelBack } from './give-label-back'
import { issueLabels } from './issue-labels'
import { labelWorkId, readLabelSubject } from './label-work'

/** Does what is written down about labels: asks for those that are due, gives back those that were voided. */
export async function runLabelWork(context: Context, shopId: ShopId, subject: string): Promise<void> {
  const work = readLabelSubject(subject)
  const workId = labelWorkId(shopId, subject)
  if (work.do === 'issue') await issueLabels(context, shopId, work.returnId, workId)
  else await giveLabelBack(context, shopId, work, workId)
}
