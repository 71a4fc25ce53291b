import { chosenOutcomes, outcomesModel } from '@/components/returns/outcomes-model'
import { OutcomesPage } from '@/components/returns/outcomes-page'
import { applyChanges } from './apply-changes'
import type { StepDefinition } from './draft-call'
import { mergeOutcomes } from './merge-answers'
import { readOutcomes } from './read-answers'

/** What the shopper gets for it. */
export const outcomesStep: StepDefinition = {
  show: ({ view, voice }, step, form, { sent, merged }) => {
    const kept = chosenOutcomes(view)
    const entered = sent && readOutcomes(view, sent)
    const choices = entered === null ? kept : merged ? mergeOutcomes(kept, entered) : entered
    return <OutcomesPage step={step} items={outcomesModel(view, choices, voice)} form={form} />
  },
  take: (call, { form, version }) => {
    const answers = readOutcomes(call.view, form).flatMap(({ key, outcome, exchangeSku }) =>
      outcome ? [{ key, outcome, exchangeSku }] : [],
    )
    return applyChanges(call, version, [{ kind: 'outcomes', answers }])
  },
}
