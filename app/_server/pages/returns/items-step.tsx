import { chosenLines, itemsModel } from '@/components/returns/items-model'
import { ItemsPage } from '@/components/returns/items-page'
import { applyChanges } from './apply-changes'
import { type StepDefinition, stepHref } from './draft-call'
import { mergeItems } from './merge-answers'
import { readItems } from './read-answers'

/** What goes back. */
export const itemsStep: StepDefinition = {
  show: (call, step, form, { sent, merged }) => {
    const { view, voice } = call
    const kept = chosenLines(view)
    const entered = sent && readItems(view, sent)
    const chosen = entered === null ? kept : merged ? mergeItems(kept, entered) : entered
    return (
      <ItemsPage
        step={step}
        orders={itemsModel(view, chosen, voice)}
        form={form}
        addOrderHref={view.draft.gift ? null : stepHref(call, 'order')}
      />
    )
  },
  take: (call, { form, version }) =>
    applyChanges(call, version, [{ kind: 'items', chosen: readItems(call.view, form) }]),
}
