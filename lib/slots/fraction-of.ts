import { createHash } from 'node:crypto'

const BYTES = 6

/**
 * A number from 0 up to, not including, 1 that is always the same for the same parts and spread evenly over different ones. What
 * is decided by it needs no cookie.
 */
export const fractionOf = (...parts: readonly string[]): number =>
  createHash('sha256').update(JSON.stringify(parts)).digest().readUIntBE(0, BYTES) / 2 ** (BYTES * 8)
