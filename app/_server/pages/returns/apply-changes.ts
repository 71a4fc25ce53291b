import type { DraftChange } from '@/lib/returns/draft-change'
import { type ChangeRefusal, changeDraft } from '@/lib/services/returns/change-draft'
import type { DraftCall, Taken } from './draft-call'

const REFUSED = {
  unknown_draft: () => ({ kind: 'unknown' }),
  already_sent: () => ({ kind: 'kept', to: null }),
  stale: () => ({ kind: 'stale' }),
  invalid: ({ problems }) => ({ kind: 'invalid', problems }),
} as const satisfies {
  [C in ChangeRefusal['code']]: (refusal: Extract<ChangeRefusal, { code: C }>) => Taken
}

/** A refused change as what is shown of it. */
export const refusedChange = (refusal: ChangeRefusal): Taken =>
  refusal.code === 'invalid' ? REFUSED.invalid(refusal) : REFUSED[refusal.code]()

/** Takes changes one after the other, each over the version that the one before left; the first that is refused ends it. */
export async function applyChanges(
  { page: { context, shop }, token }: DraftCall,
  version: number,
  changes: readonly DraftChange[],
): Promise<Taken> {
  let at = version
  for (const change of changes) {
    const changed = await changeDraft(context, shop, token, { version: at, change })
    if (!changed.ok) return refusedChange(changed.error)
    at = changed.value.version
  }
  return { kind: 'kept', to: null }
}
