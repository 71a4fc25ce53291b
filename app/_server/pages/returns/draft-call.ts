import type { ReactElement } from 'react'
import type { Page } from '@/app/_server/document-handler'
import type { StepFormModel } from '@/components/returns/step-form'
import type { StepFrame } from '@/components/returns/step-page'
import type { Voice } from '@/components/returns/voice'
import type { DraftProblem } from '@/lib/returns/draft-change'
import type { DraftView } from '@/lib/returns/draft-view'
import type { Addresses, DraftStep } from '@/lib/shops/addresses'

export type DraftParams = { shop: string; locale: string; draft: string; step: string }

/** A draft that is asked for at one of its steps. */
export type DraftCall = {
  page: Page<DraftParams>
  token: string
  view: DraftView
  voice: Voice
  addresses: Addresses
}

/** A step's form as it was sent; `version` is what the draft was when it was shown. */
export type Answer = { form: URLSearchParams; files: Map<string, Uint8Array[]>; version: number }

/** What a step shows: as it is kept, as it was just sent, or both where a stale form was sent. */
export type Shown = {
  sent: URLSearchParams | null
  merged: boolean
  problems: readonly DraftProblem[]
  notice: StepFrame['notice']
}

export type Taken =
  /** It is kept; where to go if not simply on. */
  | { kind: 'kept'; to: string | null }
  | { kind: 'unknown' }
  /** Changed elsewhere since it was shown. */
  | { kind: 'stale' }
  | { kind: 'sum_changed' }
  | { kind: 'invalid'; problems: readonly DraftProblem[] }
  /** Something else has to be said. */
  | { kind: 'answer'; response: Response }

export type StepDefinition = {
  show: (call: DraftCall, step: StepFrame, form: StepFormModel, shown: Shown) => ReactElement
  take: (call: DraftCall, answer: Answer) => Promise<Taken>
}

/** Where a step of this draft is. */
export const stepHref = ({ page, token, addresses }: DraftCall, step: DraftStep): string =>
  addresses.draft(page.locale, token, step)
