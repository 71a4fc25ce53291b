import { chosenMethod, methodModel } from '@/components/returns/method-model'
import { MethodPage } from '@/components/returns/method-page'
import { applyChanges } from './apply-changes'
import type { StepDefinition } from './draft-call'
import { mergeMethod } from './merge-answers'
import { readMethod } from './read-answers'

/** How it travels. */
export const methodStep: StepDefinition = {
  show: ({ view, voice }, step, form, { sent, merged }) => {
    const kept = chosenMethod(view)
    const entered = sent && readMethod(view, sent)
    const choice = entered === null ? kept : merged ? mergeMethod(kept, entered) : entered
    return <MethodPage step={step} model={methodModel(view, choice, voice)} form={form} />
  },
  take: (call, { form, version }) => {
    const { boxes, boxOf, method, store, pickupDay, own } = readMethod(call.view, form)
    return applyChanges(call, version, [
      { kind: 'boxes', boxes, of: boxOf },
      { kind: 'method', method: method ?? '', store, pickupDay, own },
    ])
  },
}
