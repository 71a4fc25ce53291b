import type { Projection } from '@/lib/parcels/projection'
import type { ReturnDecision } from './policy/decision'
import type { Quote } from './quote'
import type {
  Actor,
  Disposition,
  ExchangeShipping,
  Grade,
  Ground,
  MethodKind,
  Outcome,
  RefundTrigger,
  ReturnState,
} from './vocabulary'

/** The method that a return was sent with, as the policy knew it then. */
export type ChosenMethod = {
  id: string
  kind: MethodKind
  store: { id: string; name: string; address: string } | null
  pickupDay: string | null
}

/** `none`: the method needs no label; `due`: it is being made; `failed`: a person has to look. */
export type LabelState = 'none' | 'due' | 'issued' | 'failed' | 'voiding' | 'voided'

/** What a provider gave for a box. */
export type StoredLabel = {
  provider: string
  /** The provider's own id of it: voids it, and asks what became of it. */
  reference: string | null
  /** Return files, by form; a built-in label is drawn when it is asked for, so it has none. */
  files: { form: 'a4' | 'a6' | 'qr'; fileId: string; mediaType: string }[]
  /** What a QR code says, where one is used instead of paper. */
  qrText: string | null
  /** What the barcode says, e.g. an S10 number. */
  barcode: string | null
  symbology: 'code128' | 'gs1-128' | 'datamatrix' | null
}

export type ReturnItem = {
  key: string
  orderId: string
  orderNumber: string
  lineId: string
  title: string
  variant: string | null
  sku: string | null
  media: { id: string; width: number; height: number } | null
  quantity: number
  reason: string
  subReason: string | null
  comment: string | null
  outcome: Outcome
  exchange: { sku: string; title: string; variant: string | null; price: number } | null
  box: number
  paid: number
  receivedQuantity: number
  receivedAt: string | null
  grade: Grade | null
  disposition: Disposition | null
  deduction: number
  deductionReason: string | null
  checkedAt: string | null
  contest: string | null
  contestedAt: string | null
  contestAnswer: string | null
  contestAnsweredAt: string | null
  settledAt: string | null
  /** Return files. */
  photos: { id: string; kind: 'photo' | 'check_photo'; width: number; height: number }[]
}

export type ReturnBox = {
  box: number
  carrier: string | null
  number: string | null
  labelState: LabelState
  label: StoredLabel | null
  labelError: string | null
  issuedAt: string | null
  voidedAt: string | null
  /** The inbound parcel; null: nobody has reported it. */
  shipment: { id: string; projection: Projection; updatedAt: string } | null
}

export type ReturnPayment = {
  id: string
  kind: 'refund' | 'credit' | 'exchange' | 'charge'
  occurrence: string
  orderId: string
  amount: number
  currency: string
  state: 'due' | 'asked' | 'waiting' | 'sent' | 'failed' | 'withdrawn'
  backend: string
  reference: string | null
  sealedCode: string | null
  error: string | null
  sentAt: string | null
}

export type LogEntry = {
  version: number
  at: string
  actor: Actor
  actorName: string | null
  event: string
  from: ReturnState | null
  to: ReturnState
  reason: string | null
  data: Record<string, unknown>
}

/** A return whole, as one query reads it; instants are ISO UTC. */
export type Return = {
  id: string
  number: string
  ground: Ground
  state: ReturnState
  version: number
  gift: boolean
  email: string | null
  locale: string
  currency: string
  method: ChosenMethod
  destination: string
  quote: Quote
  policyVersion: number
  decision: ReturnDecision
  refundTrigger: RefundTrigger
  shipExchange: ExchangeShipping
  labelExpiresAt: string | null
  sentAt: string | null
  receivedAt: string | null
  checkedAt: string | null
  settledAt: string | null
  createdAt: string
  updatedAt: string
  items: ReturnItem[]
  boxes: ReturnBox[]
  payments: ReturnPayment[]
  log: LogEntry[]
  /** The orders it is of, with the sender's name and address for a label. */
  orders: { id: string; number: string; placedAt: string; customerName: string | null }[]
}
