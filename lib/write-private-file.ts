import { renameSync, writeFileSync } from 'node:fs'
import { leaveToOwner } from './leave-to-owner'

/** Writes a file that only the directory's owner can read (0600), whole or not at all. */
export function writePrivateFile(path: string, text: string): void {
  const draft = `${path}.${process.pid}.draft`
  writeFileSync(draft, text, { mode: 0o600 })
  leaveToOwner(draft)
  renameSync(draft, path)
}
