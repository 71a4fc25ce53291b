import { fractionOf } from './fraction-of'

/** Whether an order belongs to a slot's share of all orders; a greater share holds those of a smaller one. */
export const inShare = (share: number | undefined, seed: string, slotId: string): boolean =>
  share === undefined || fractionOf('share', slotId, seed) < share
