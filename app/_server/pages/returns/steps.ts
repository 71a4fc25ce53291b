import type { DraftStep } from '@/lib/shops/addresses'
import type { StepDefinition } from './draft-call'
import { itemsStep } from './items-step'
import { methodStep } from './method-step'
import { orderStep } from './order-step'
import { outcomesStep } from './outcomes-step'
import { reasonsStep } from './reasons-step'
import { reviewStep } from './review-step'

/** Each step of a return: what it shows, and what becomes of its answers. */
export const STEPS: Record<DraftStep, StepDefinition> = {
  items: itemsStep,
  reasons: reasonsStep,
  outcomes: outcomesStep,
  method: methodStep,
  review: reviewStep,
  order: orderStep,
}

export const isDraftStep = (text: string): text is DraftStep => Object.hasOwn(STEPS, text)
