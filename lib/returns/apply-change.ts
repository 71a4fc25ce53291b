import type { DraftChange } from './draft-change'
import type { DraftView } from './draft-view'
import { addOrder, type OrderToAdd } from './drafts/changes/add-order'
import { answerOutcomes } from './drafts/changes/answer-outcomes'
import { answerReasons } from './drafts/changes/answer-reasons'
import type { Changed } from './drafts/changes/changed'
import { chooseBoxes } from './drafts/changes/choose-boxes'
import { chooseItems } from './drafts/changes/choose-items'
import { chooseMethod } from './drafts/changes/choose-method'
import { giveEmail } from './drafts/changes/give-email'
import { removePhoto } from './drafts/changes/remove-photo'
import { splitItem } from './drafts/changes/split-item'

/** What a change needs to know beyond the draft: the shop's day, and the order that is to come into it. */
export type ChangeContext = { today: string; order: OrderToAdd | null }

/** What one step's answer makes of a draft; pure. What later steps have chosen is looked at afterwards (`settleDraft`). */
export function applyChange(view: DraftView, change: DraftChange, { today, order }: ChangeContext): Changed {
  switch (change.kind) {
    case 'items':
      return chooseItems(view, change.chosen)
    case 'split':
      return splitItem(view, change.key)
    case 'reasons':
      return answerReasons(view, change.answers)
    case 'outcomes':
      return answerOutcomes(view, change.answers)
    case 'boxes':
      return chooseBoxes(view, change)
    case 'method':
      return chooseMethod(view, change, today)
    case 'email':
      return giveEmail(view, change.email)
    case 'add_order':
      return addOrder(view, order)
    case 'remove_photo':
      return removePhoto(view, change.photo)
  }
}
