import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { findHolder } from '@/db/embedded/find-holder'
import { isRunning } from '@/db/embedded/processes'
import { makeTemporaryDirectory } from './test-server'
import { waitUntil } from './wait-until'

/** Makes data directories for a test file; after each test their servers are stopped and they are gone. */
export function dataDirectories(): () => string {
  const made: string[] = []
  afterEach(async () => {
    for (const directory of made.splice(0)) {
      const pgData = join(directory, 'postgres')
      const holder = existsSync(pgData) ? findHolder(pgData) : null
      if (holder) {
        process.kill(holder.pid, 'SIGINT')
        await waitUntil(() => !isRunning(holder.pid))
      }
      rmSync(directory, { recursive: true, force: true })
    }
  })
  return () => {
    const directory = makeTemporaryDirectory()
    made.push(directory)
    return directory
  }
}
