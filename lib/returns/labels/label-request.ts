import type { Result } from '@/lib/core/result'
import type { StoredLabel } from '@/lib/returns/return'
import type { ReturnSettings } from '@/lib/returns/settings'
import type { LabelAddress } from './label-facts'

/** Whoever makes a label or receives a parcel may have to be reached. */
export type Party = LabelAddress & { email: string | null; phone: string | null }

/** What a box's label is asked for with. */
export type LabelRequest = {
  /** Ours, unique among all labels ever asked for; the same on every try, so that a crash buys nothing twice. */
  reference: string
  /** The same for people: the return's number and the box. */
  name: string
  /** When the return was asked for: nothing of it is older at a provider. */
  since: Date
  now: Date
  /** Our slug. */
  carrier: string
  /** The provider's own name of the service; null: the cheapest. */
  service: string | null
  from: Party
  to: Party
  parcel: ReturnSettings['parcel']
  wantsCode: boolean
  /** Whether an earlier try may have got somewhere. */
  isRepeat: boolean
}

/** What an earlier try is found again by. */
export type LabelSought = Pick<LabelRequest, 'reference' | 'name' | 'since' | 'now' | 'wantsCode'>

export type LabelFile = { form: StoredLabel['files'][number]['form']; mediaType: string; content: Uint8Array }

export type IssuedLabel = {
  /** The provider's own id; null where nothing can be asked or voided by it. */
  reference: string | null
  number: string
  /** Our slug; null: the provider doesn't say, so it is the one that was asked for. */
  carrier: string | null
  files: LabelFile[]
  qrText: string | null
}

export type LabelFault = {
  /** In words for the merchant. */
  detail: string
  /** Whether the same request may succeed later. */
  passes: boolean
  /** Of the answer; left out where none came. */
  status?: number
  retryAfterSeconds?: number
}

export type Answered<T> = Promise<Result<T, LabelFault>>

/** One way to get labels; every method is one or a few calls, and none keeps anything. */
export type LabelProvider = {
  issue: (request: LabelRequest) => Answered<IssuedLabel>
  /** Gives an unused label back by the provider's own id. */
  void: (reference: string) => Answered<null>
  /** Finds what an earlier try has bought already; left out where the provider can't be asked by our reference. */
  find?: (sought: LabelSought) => Answered<IssuedLabel | null>
}
