import type { Moment } from '@/db/seed/demo/calendar'
import type { DemoSlug } from '@/db/seed/demo/shops'

export type DemoPlace = { city: string; country: keyof typeof ALPHA_3; postalCode?: string }

/** One scan in its vendor's vocabulary; each vendor's file says how `code` is written. */
export type Step = { at: Moment; code: string; text: string; place: DemoPlace | null }

/** A promise in local days, the hours where the carrier names them. */
export type Promised = { earliest: string; latest: string; from?: string; to?: string }

/** What one provider tells of one parcel, oldest scan first. */
export type Story = {
  shop: DemoSlug
  provider: VendorId
  /** The carrier as the vendor calls it. */
  carrier: string
  number: string
  order: string
  steps: Step[]
  promise?: Promised
  /** The day that was promised with the earlier scans, where the carrier has moved it since. */
  scheduled?: string
  signedBy?: string
  pickup?: { name: string; address: string; lastDay: string }
  actionRequired?: boolean
  /** The webhook is faster than the shop's own order. */
  beforeOrder?: boolean
}

export const VENDOR_IDS = [
  'aftership',
  'easypost',
  'shipengine',
  'ups',
  'shippo',
  'ship24',
  'standard',
] as const
export type VendorId = (typeof VENDOR_IDS)[number]

export const ALPHA_3 = {
  AT: 'AUT',
  BE: 'BEL',
  CH: 'CHE',
  DE: 'DEU',
  DK: 'DNK',
  FR: 'FRA',
  GB: 'GBR',
  NO: 'NOR',
  SE: 'SWE',
} as const

/** Splits `a/b/c` into exactly the parts a vendor's code has; a missing one is empty. */
export const parts = (code: string): [string, string, string] => {
  const [a = '', b = '', c = ''] = code.split('/')
  return [a, b, c]
}

/** The newest step: every story has one. */
export function newestOf({ number, steps }: Story): Step {
  const step = steps.at(-1)
  if (!step) throw new Error(`the story of ${number} has no steps`)
  return step
}
