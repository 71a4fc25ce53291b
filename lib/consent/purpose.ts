/** What a message, or a part of a page, is for. `customerRule`: when the rule for existing customers can carry it. */
export const PURPOSES = {
  /** How the order and its parcels stand. */
  delivery: { kind: 'service' },
  /** How a return and its money stand. */
  returns: { kind: 'service' },
  /** Asks whether a consent was really meant; it may say nothing else. */
  confirmation: { kind: 'service' },
  /** Asking how it was is advertising too: BGH, 10 July 2018, VI ZR 225/17. Both are about what was bought. */
  review: { kind: 'marketing', customerRule: 'always' },
  feedback: { kind: 'marketing', customerRule: 'always' },
  recommendations: { kind: 'marketing', customerRule: 'similar' },
  voucher: { kind: 'marketing', customerRule: 'similar' },
  /** Whatever the shop has to tell: more than goods like those bought. */
  newsletter: { kind: 'marketing', customerRule: 'never' },
  /** Advertises to a third person through this one. */
  referral: { kind: 'marketing', customerRule: 'never' },
} as const satisfies Record<
  string,
  { kind: 'service' } | { kind: 'marketing'; customerRule: 'always' | 'similar' | 'never' }
>
export type Purpose = keyof typeof PURPOSES

export const PURPOSE_IDS = [
  'delivery',
  'returns',
  'confirmation',
  'review',
  'feedback',
  'recommendations',
  'voucher',
  'newsletter',
  'referral',
] as const satisfies readonly Purpose[]

/** What somebody can consent to, in the order in which it is offered. */
export const MARKETING = [
  'newsletter',
  'recommendations',
  'voucher',
  'review',
  'feedback',
  'referral',
] as const satisfies readonly Purpose[]
export type MarketingPurpose = (typeof MARKETING)[number]

export const isMarketing = (purpose: Purpose): purpose is MarketingPurpose =>
  PURPOSES[purpose].kind === 'marketing'
