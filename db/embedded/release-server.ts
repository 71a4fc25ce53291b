import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { despite } from './despite'
import { isRunning, servesDirectory } from './processes'
import { tryLock, unlock } from './start-lock'
import { hasUsers, removeUser } from './users'

const WAIT_MILLISECONDS = 1_000
const STEP_MILLISECONDS = 20

const pauseSync = (milliseconds: number) =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

export type Release = 'told to stop' | 'left running' | 'gone already'

/** Waits a little for those who start, join or leave; without the lock somebody is about to need the server. */
function lockSoon(dataDirectory: string): boolean {
  for (let waited = 0; waited < WAIT_MILLISECONDS; waited += STEP_MILLISECONDS) {
    if (tryLock(dataDirectory)) return true
    pauseSync(STEP_MILLISECONDS)
  }
  return false
}

/**
 * Ends this process's use of a server and, when it was the last, tells the server to stop (a fast shutdown).
 * Synchronous, since a process that exits can't wait.
 */
export function releaseServer(
  dataDirectory: string,
  { pid, place }: { pid: number; place: string },
): Release {
  const stop = (): Release => {
    if (!isRunning(pid) || !servesDirectory(pid, join(place, 'postgres'))) return 'gone already'
    despite('ESRCH', () => process.kill(pid, 'SIGINT'))
    return 'told to stop'
  }
  if (!existsSync(dataDirectory)) return stop()
  removeUser(dataDirectory)
  if (!lockSoon(dataDirectory)) return 'left running'
  try {
    return hasUsers(dataDirectory) ? 'left running' : stop()
  } finally {
    unlock(dataDirectory)
  }
}
