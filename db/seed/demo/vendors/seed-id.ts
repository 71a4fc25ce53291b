import { createHash } from 'node:crypto'

const hash = (seed: string) => createHash('sha256').update(seed).digest('hex')

/** The same hexadecimal id for the same seed. */
export const hexId = (seed: string, length = 32): string => hash(seed).slice(0, length)

/** The same UUID (version 4 in form) for the same seed. */
export function uuidOf(seed: string): string {
  const hex = hash(seed)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
