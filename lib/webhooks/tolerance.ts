import { SIGNATURE_TOLERANCE_SECONDS } from './signature'

const secondsOf = (moment: Date): number => Math.floor(moment.getTime() / 1000)

/** Whether a signature's moment lies at most the tolerance away, both ways, both ends included; whole seconds. */
export const isTimely = (signedAt: Date, now: Date): boolean =>
  Math.abs(secondsOf(now) - secondsOf(signedAt)) <= SIGNATURE_TOLERANCE_SECONDS

/** Seconds since 1970 as decimal digits → the moment; null for anything else. */
export const readUnixSeconds = (text: string): Date | null =>
  /^\d{1,11}$/.test(text) ? new Date(Number(text) * 1000) : null
