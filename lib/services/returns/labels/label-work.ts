import { workReady } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { derivedId } from '@/lib/core/derived-id'
import type { ShopId } from '@/lib/core/ids'

/** What a piece of work is about: the labels of a return that are due, or one label that is to be given back. */
export type LabelWork =
  | { do: 'issue'; returnId: string }
  | {
      do: 'void'
      returnId: string
      box: number
      provider: string
      /** `provider`: its own id; `ours`: what may or may not have been bought under our reference. */
      by: 'provider' | 'ours'
      reference: string
    }

const SEPARATOR = ' '

/** The work's subject, as text. */
const labelSubject = (work: LabelWork): string =>
  work.do === 'issue'
    ? work.returnId
    : [work.returnId, work.box, work.provider, work.by, work.reference].join(SEPARATOR)

/** The opposite of `labelSubject`. */
export function readLabelSubject(subject: string): LabelWork {
  const [returnId = '', box, provider, by, reference] = subject.split(SEPARATOR)
  return box && provider && reference && (by === 'provider' || by === 'ours')
    ? { do: 'void', returnId, box: Number(box), provider, by, reference }
    : { do: 'issue', returnId }
}

export const labelWorkId = (shopId: ShopId, subject: string): string =>
  derivedId(`${shopId}/label/${subject}`)

/** Writes down what is to be done; what waits already isn't written twice. */
export async function addLabelWork(tx: ShopTx, shopId: ShopId, work: LabelWork, now: Date): Promise<void> {
  const subject = labelSubject(work)
  await tx
    .insert(workReady)
    .values({ id: labelWorkId(shopId, subject), shopId, kind: 'label', subject, dueAt: now, attempts: 0 })
    .onConflictDoNothing({ target: workReady.id })
}
