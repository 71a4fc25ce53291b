import { chosenReasons, reasonsModel } from '@/components/returns/reasons-model'
import { ReasonsPage } from '@/components/returns/reasons-page'
import type { DraftChange } from '@/lib/returns/draft-change'
import { draftFields } from '@/lib/returns/draft-fields'
import { addDraftPhotos } from '@/lib/services/returns/add-draft-photos'
import { changeDraft } from '@/lib/services/returns/change-draft'
import { refusedChange } from './apply-changes'
import { type Answer, type DraftCall, type StepDefinition, stepHref, type Taken } from './draft-call'
import { mergeReasons } from './merge-answers'
import { readReasons } from './read-answers'

type Kept = { kind: 'at'; version: number }

/** Photos first: a reason may ask for them, and nobody should have to send them twice. */
async function keepPhotos(
  { page, token, view }: DraftCall,
  { files, version }: Answer,
): Promise<Taken | Kept> {
  let at = version
  for (const { item } of view.items) {
    const given = files.get(draftFields.photos(item.key))
    if (!given) continue
    const added = await addDraftPhotos(page.context, page.shop, token, {
      version: at,
      key: item.key,
      files: given,
    })
    if (!added.ok) return refusedChange(added.error)
    at = added.value.version
  }
  return { kind: 'at', version: at }
}

/** What a button besides the usual one asks for. */
function asked(form: URLSearchParams): DraftChange | null {
  const [, verb, subject] = /^(split|remove)-(.+)$/.exec(form.get('do') ?? '') ?? []
  if (!verb || !subject) return null
  return verb === 'split' ? { kind: 'split', key: subject } : { kind: 'remove_photo', photo: subject }
}

/** Why it goes back. */
export const reasonsStep: StepDefinition = {
  show: ({ view, voice, page, token, addresses }, step, form, { sent, merged }) => {
    const kept = chosenReasons(view)
    const entered = sent && readReasons(view, sent)
    const choices = entered === null ? kept : merged ? mergeReasons(kept, entered) : entered
    const fileHref = (id: string) => addresses.draftFile(page.locale, token, id)
    return <ReasonsPage step={step} items={reasonsModel(view, choices, fileHref, voice)} form={form} />
  },
  take: async (call, answer) => {
    const { page, token, view } = call
    const { context, shop } = page
    const photos = await keepPhotos(call, answer)
    if (photos.kind !== 'at') return photos
    const answers = readReasons(view, answer.form).map((one) => ({ ...one, reason: one.reason ?? '' }))
    const reasons = await changeDraft(context, shop, token, {
      version: photos.version,
      change: { kind: 'reasons', answers },
    })
    const change = asked(answer.form)
    if (!change) return reasons.ok ? { kind: 'kept', to: null } : refusedChange(reasons.error)
    // Whoever splits an item or takes a photo away needn't have answered everything else yet.
    if (!reasons.ok && reasons.error.code !== 'invalid') return refusedChange(reasons.error)
    const version = reasons.ok ? reasons.value.version : photos.version
    const changed = await changeDraft(context, shop, token, { version, change })
    return changed.ok ? { kind: 'kept', to: stepHref(call, 'reasons') } : refusedChange(changed.error)
  },
}
