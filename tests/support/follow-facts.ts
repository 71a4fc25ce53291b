import type { FollowFacts } from '@/components/returns/follow/follow-facts'
import { refundClock } from '@/lib/returns/refund-clock'
import type { Return, ReturnBox, ReturnItem, ReturnPayment } from '@/lib/returns/return'
import { SAMPLES, type SampleName, TODAY } from './samples'

/** The samples' now, on their today. */
export const NOW = new Date(`${TODAY}T14:00:00Z`)

export const item = (more: Partial<ReturnItem> = {}): ReturnItem => ({
  key: '1',
  orderId: 'o1',
  orderNumber: 'AG-1001',
  lineId: '1',
  title: 'Regenjacke Karwendel',
  variant: 'M / Enzian',
  sku: 'AG-SHELL-M',
  media: null,
  quantity: 1,
  reason: 'too-small',
  subReason: null,
  comment: null,
  outcome: 'refund',
  exchange: null,
  box: 1,
  paid: 18990,
  receivedQuantity: 0,
  receivedAt: null,
  grade: null,
  disposition: null,
  deduction: 0,
  deductionReason: null,
  checkedAt: null,
  contest: null,
  contestedAt: null,
  contestAnswer: null,
  contestAnsweredAt: null,
  settledAt: null,
  photos: [],
  ...more,
})

export const box = (more: Partial<ReturnBox> = {}): ReturnBox => ({
  box: 1,
  carrier: 'dhl',
  number: 'RR123456785DE',
  labelState: 'issued',
  label: {
    provider: 'builtin',
    reference: null,
    files: [],
    qrText: null,
    barcode: 'RR123456785DE',
    symbology: 'code128',
  },
  labelError: null,
  issuedAt: '2026-11-23T10:00:00.000Z',
  voidedAt: null,
  shipment: null,
  ...more,
})

export const payment = (more: Partial<ReturnPayment> = {}): ReturnPayment => ({
  id: 'p1',
  kind: 'refund',
  occurrence: '1',
  orderId: 'o1',
  amount: 18990,
  currency: 'EUR',
  state: 'due',
  backend: 'webhook',
  reference: null,
  sealedCode: null,
  error: null,
  sentAt: null,
  ...more,
})

/** A return of one jacket, its label just made. */
export const sentReturn = (more: Partial<Return> = {}): Return => ({
  id: 'r1',
  number: 'R7K2-M4QX',
  ground: 'goodwill',
  state: 'label_issued',
  version: 3,
  gift: false,
  email: null,
  locale: 'de',
  currency: 'EUR',
  method: { id: 'dhl', kind: 'label', store: null, pickupDay: null },
  destination: 'main',
  quote: {
    currency: 'EUR',
    items: [
      {
        key: '1',
        orderId: 'o1',
        lineId: '1',
        quantity: 1,
        outcome: 'refund',
        paid: { amount: 18990, tax: 3032 },
        exchange: null,
        difference: 0,
        bonus: 0,
      },
    ],
    shipping: [],
    charges: [],
    refund: 18990,
    credit: 0,
    bonus: 0,
    pay: 0,
    tax: 3032,
    moneyBy: null,
  },
  policyVersion: 1,
  decision: {
    lines: [],
    methods: ['dhl'],
    freeMethods: [],
    approval: 'automatic',
    review: [],
    refusals: [],
    refundTrigger: 'check',
    shipExchange: 'receipt',
    destination: 'main',
  },
  refundTrigger: 'check',
  shipExchange: 'receipt',
  labelExpiresAt: '2026-12-04T22:59:59.999Z',
  sentAt: null,
  receivedAt: null,
  checkedAt: null,
  settledAt: null,
  createdAt: '2026-11-23T10:00:00.000Z',
  updatedAt: '2026-11-23T10:00:00.000Z',
  items: [item()],
  boxes: [box()],
  payments: [],
  log: [],
  orders: [{ id: 'o1', number: 'AG-1001', placedAt: '2026-11-13T08:12:00.000Z', customerName: 'Resi Huber' }],
  ...more,
})

const base = '/alpenglueck/en/returns/alpine.AAAAAAAAAAAAAAAAAAAAAA/R7K2-M4QX'

/** A return's reported parcel. */
export const parcel = (name: SampleName, of = 1): FollowFacts['parcels'][number] => ({
  box: of,
  facts: {
    view: { ...SAMPLES[name], direction: 'inbound' },
    carrierName: 'DHL',
    number: 'RR123456785DE',
    carrierUrl: null,
  },
})

/** What the page of a return is made of. */
export function followFacts(more: Partial<Return> = {}, rest: Partial<FollowFacts> = {}): FollowFacts {
  const back = sentReturn(more)
  return {
    back,
    today: TODAY,
    clock: refundClock(back, NOW, 'Europe/Berlin'),
    method: { kind: back.method.kind, carrier: 'DHL', instructions: null },
    destination: ['Alpenglück Retouren', 'Lagerweg 5', '83646 Bad Tölz', 'DE'],
    parcels: [],
    reviewReasons: [],
    codes: {},
    unavailable: [],
    may: { cancel: true, method: true },
    links: {
      label: (number, form) => `${base}/label/${number}/${form}.pdf`,
      code: (number, form) => `${base}/label/${number}/code.${form}`,
      file: (id) => `${base}/files/${id}`,
      calendar: `${base}/last-day.ics`,
      cancel: `${base}/cancel`,
      method: `${base}/method`,
      contest: (key) => `${base}/contest?item=${key}`,
      choice: (key) => `${base}/choice?item=${key}`,
      again: '/alpenglueck/en/returns',
      picture: ({ id, width, height }) => ({ src: `/media/alpenglueck/${id}.webp`, width, height }),
    },
    ...rest,
  }
}
