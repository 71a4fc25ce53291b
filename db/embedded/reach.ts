import { type Stats, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Account } from './account'

const EXECUTE = 0o1
const READ = 0o4

const allows = (at: Stats, { uid, gid }: Account, bits: number): boolean => {
  const shift = at.uid === uid ? 6 : at.gid === gid ? 3 : 0
  return ((at.mode >> shift) & bits) === bits
}

const ancestors = (path: string): string[] =>
  dirname(path) === path ? [path] : [...ancestors(dirname(path)), path]

/** The first directory on the way (the last one included) that an account can't walk through; null when there is none. */
export const closedDirectory = (directory: string, account: Account): string | null =>
  ancestors(directory).find((step) => !allows(statSync(step), account, EXECUTE)) ?? null

/** Whether an account can walk to a file and read it, and run it where its owner can. */
export function canUse(file: string, account: Account): boolean {
  const at = statSync(file)
  const bits = at.mode & 0o100 ? READ | EXECUTE : READ
  return closedDirectory(dirname(file), account) === null && allows(at, account, bits)
}
