import type { ShipmentView } from '@/lib/parcels/shipment-view'
import { statusOf } from '@/lib/parcels/status'

/** How a parcel's state feels: decides colour, icon and shape together, never colour alone. */
export type ParcelTone = 'calm' | 'today' | 'good' | 'action' | 'warn' | 'critical'

/** The tone of a parcel at one moment: what asks for attention first, then arrival, then doubt, then today. */
export function parcelTone(view: ShipmentView): ParcelTone {
  if (view.attention) return view.attention
  const status = statusOf(view.status)
  if (status === 'delivered') return 'good'
  if (view.lateSince || view.silentHours !== null || status === 'expired') return 'warn'
  if (view.arrivesToday || view.daysUntil?.latest === 0) return 'today'
  return 'calm'
}
