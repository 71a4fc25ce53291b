import { sayPhrase } from '@/lib/i18n/say-phrase'
import { draftFields } from '@/lib/returns/draft-fields'
import type { DraftItemView, DraftView } from '@/lib/returns/draft-view'
import type { Texts } from '@/lib/returns/phrase'
import type { Reason, SubReason } from '@/lib/returns/policy/schema'
import type { ItemHeadModel } from './item-head'
import { itemHead } from './item-question'
import type { Voice } from './voice'

/** What was answered for an item so far. */
export type ReasonChoice = {
  key: string
  reason: string | null
  subReason: string | null
  comment: string | null
}

type Asked = 'no' | 'welcome' | 'required'

type SubReasonModel = { id: string; label: string; chosen: boolean; photos: Asked }
export type ReasonModel = {
  id: string
  label: string
  chosen: boolean
  photos: Asked
  /** Field of the sub-reasons below this reason. */
  subField: string
  subReasons: SubReasonModel[]
}
export type PhotoModel = { id: string; src: string; name: string; remove: string }
export type ReasonItemModel = {
  key: string
  head: ItemHeadModel
  fields: { reason: string; comment: string; photos: string }
  reasons: ReasonModel[]
  comment: string
  commentRequired: boolean
  /** Whether photos are asked for whatever the reason is. */
  photosRequired: boolean
  photos: PhotoModel[]
  /** What a button sends that makes single pieces of it; null: it is one. */
  split: string | null
}

/** Sub-reasons of each reason are fields of their own, so that what was chosen below another one doesn't count. */
export const subReasonField = (key: string, reason: string): string =>
  `${draftFields.subReason(key)}-${reason}`

const wordsOf = (texts: Texts, { talk, today }: Voice): string => sayPhrase({ own: texts }, talk, { today })

function subReasonModel(sub: SubReason, reason: Reason, chosen: boolean, voice: Voice): SubReasonModel {
  return { id: sub.id, label: wordsOf(sub.texts, voice), chosen, photos: sub.photos ?? reason.photos }
}

function reasonModel(reason: Reason, choice: ReasonChoice, voice: Voice): ReasonModel {
  const chosen = choice.reason === reason.id
  return {
    id: reason.id,
    label: wordsOf(reason.texts, voice),
    chosen,
    photos: reason.photos,
    subField: subReasonField(choice.key, reason.id),
    subReasons: reason.subReasons.map((sub) =>
      subReasonModel(sub, reason, chosen && choice.subReason === sub.id, voice),
    ),
  }
}

function reasonItem(
  shown: DraftItemView,
  { policy, photos }: DraftView,
  choices: readonly ReasonChoice[],
  fileHref: (id: string) => string,
  voice: Voice,
): ReasonItemModel {
  const { key, quantity } = shown.item
  const { decision, line } = shown
  const { t } = voice.talk
  const choice = choices.find((one) => one.key === key) ?? {
    key,
    reason: null,
    subReason: null,
    comment: null,
  }
  const asked = policy.reasons.find(({ id }) => id === choice.reason)
  return {
    key,
    head: itemHead(shown, voice),
    fields: {
      reason: draftFields.reason(key),
      comment: draftFields.comment(key),
      photos: draftFields.photos(key),
    },
    reasons: decision.reasons
      .flatMap((id) => policy.reasons.find((reason) => reason.id === id) ?? [])
      .map((reason) => reasonModel(reason, choice, voice)),
    comment: choice.comment ?? '',
    commentRequired: asked?.comment === 'required' || (choice.reason !== null && decision.commentRequired),
    photosRequired: decision.photosRequired,
    photos: photos
      .filter(({ itemKey }) => itemKey === key)
      .map(({ id }, index) => ({
        id,
        src: fileHref(id),
        name: t('returns.reasons.photo', { index: index + 1, title: line.title }),
        remove: t('returns.reasons.removePhoto', { index: index + 1 }),
      })),
    split: quantity > 1 ? `split-${key}` : null,
  }
}

/** What a draft has answered so far. */
export const chosenReasons = ({ draft }: Pick<DraftView, 'draft'>): ReasonChoice[] =>
  draft.items.map(({ key, reason, subReason, comment }) => ({ key, reason, subReason, comment }))

/** Every chosen item with its reasons; `choices` are what was answered, kept or just sent. */
export const reasonsModel = (
  view: DraftView,
  choices: readonly ReasonChoice[],
  fileHref: (id: string) => string,
  voice: Voice,
): ReasonItemModel[] => view.items.map((item) => reasonItem(item, view, choices, fileHref, voice))
