import type { Projection } from './projection'

/** A parcel that was named before anything was told of it. */
export const emptyProjection = (direction: 'outbound' | 'inbound'): Projection => ({
  direction,
  status: 'pending.unknown',
  attention: null,
  statusTime: null,
  window: null,
  originalWindow: null,
  pickup: null,
  signedBy: null,
  final: false,
  timeline: [],
  lastScan: null,
})
