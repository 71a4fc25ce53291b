import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { despite } from './despite'
import { exists, isRunning, serversIn, servesDirectory } from './processes'
import { say } from './say'

export type Holder = {
  pid: number
  /** A process of a server that was killed: it gives up by itself within moments. */
  orphan: boolean
}

/**
 * The PostgreSQL process that holds a data directory; null when nobody does. A `postmaster.pid` that names no
 * living server of this directory is taken away: the system gives numbers of dead processes to others.
 * https://www.postgresql.org/docs/current/storage-file-layout.html
 */
export function findHolder(pgData: string): Holder | null {
  const path = join(pgData, 'postmaster.pid')
  const text = despite('ENOENT', () => readFileSync(path, 'utf8'))
  if (text === null) return null
  // A single-user server writes its number with a minus.
  const pid = Math.abs(Number.parseInt(text, 10))
  if (pid > 0 && isRunning(pid) && servesDirectory(pid, pgData)) return { pid, orphan: false }
  const [orphan] = serversIn(pgData)
  if (orphan !== undefined) return { pid: orphan, orphan: true }
  say(
    `The last database server in ${pgData} did not end by itself (process ${pid || '?'} is gone); recovering.`,
  )
  // PostgreSQL handles a dead process's file itself, and looks for memory still in use; but it takes any living process for a server.
  if (exists(pid)) rmSync(path)
  return null
}
