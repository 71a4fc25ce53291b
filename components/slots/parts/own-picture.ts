import type { SlotPicture } from '@/lib/slots/slot-data'

/** A picture of our own origin; null for the shop's own address: a page asks no other host for anything. */
export const ownPicture = (picture: SlotPicture | null): SlotPicture | null =>
  picture !== null && /^(?:\/(?!\/)|data:image\/)/.test(picture.src) ? picture : null
