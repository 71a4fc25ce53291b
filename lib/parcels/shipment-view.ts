import type { Attention, TimelineEntry } from './projection'
import type { DeliveryWindow, PickupPlace, ScanTime } from './report'
import type { StatusCode } from './status'

export const PROGRESS_STEPS = {
  delivery: ['announced', 'handed_over', 'on_the_way', 'out_for_delivery', 'delivered'],
  pickup: ['announced', 'handed_over', 'on_the_way', 'ready_for_pickup', 'collected'],
  returning: ['announced', 'handed_over', 'returning', 'returned'],
  inbound: ['announced', 'handed_over', 'on_the_way', 'back_at_shop'],
} as const
export type ProgressPath = keyof typeof PROGRESS_STEPS
export type ProgressStep = (typeof PROGRESS_STEPS)[ProgressPath][number]

/** The one thing to do first in a state. */
export type PrimaryAction =
  | 'contact_shop'
  | 'contact_carrier'
  | 'follow_at_carrier'
  | 'collect'
  | 'check_address'
  | 'none'

/** What a page may say of a parcel at one moment: `view(projection, now)`. */
export type ShipmentView = {
  direction: 'outbound' | 'inbound'
  status: StatusCode
  attention: Attention | null
  /** Never in the past. */
  window: DeliveryWindow | null
  originalWindow: DeliveryWindow | null
  /** The window was moved by its carrier: original and current differ. */
  windowMoved: boolean
  /** The promised days passed without a delivery: the last promised day (`YYYY-MM-DD`). */
  lateSince: string | null
  /** Quiet for longer than this carrier usually is; whole hours since the newest scan. */
  silentHours: number | null
  /** Days between today (in the shop's zone) and the parts of the window; 0 is today. */
  daysUntil: { earliest: number; latest: number } | null
  /** Today in the shop's zone, `YYYY-MM-DD`. */
  today: string
  /** Out for delivery today although no window was given. */
  arrivesToday: boolean
  pickup: PickupPlace | null
  /** Whole days left to collect; 0 is today, negative never occurs (null then). */
  pickupDaysLeft: number | null
  signedBy: string | null
  progress: { path: ProgressPath; steps: readonly ProgressStep[]; current: number; stopped: boolean }
  action: PrimaryAction
  final: boolean
  statusTime: ScanTime | null
  /** Newest first. */
  timeline: TimelineEntry[]
  /** Until this instant the view stays as it is if no fact comes (ISO UTC); the next local midnight at the latest. */
  validUntil: string
}
