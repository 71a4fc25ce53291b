import { chownSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** What root makes in somebody's directory belongs to them, so that their own processes can still use it. */
export function leaveToOwner(path: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(dirname(path))
  chownSync(path, uid, gid)
}
