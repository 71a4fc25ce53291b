import { setTimeout as sleep } from 'node:timers/promises'
import type { Address } from './address'
import { EmbeddedError } from './embedded-error'
import { findHolder } from './find-holder'
import { prepareRoles } from './prepare-roles'
import { commandLine } from './processes'
import type { ServerFile } from './server-file'

const POLL_MILLISECONDS = 50
const WAIT_MILLISECONDS = 60_000

/**
 * Joins the server that runs on a data directory already, if Doorstep started it; null when none runs.
 * One that starts, recovers or stops is waited for. Throws an {@link EmbeddedError} that names any other holder.
 */
export async function joinHolder(
  pgData: string,
  file: ServerFile,
): Promise<{ pid: number; address: Address } | null> {
  const deadline = Date.now() + WAIT_MILLISECONDS
  for (;;) {
    const holder = findHolder(pgData)
    if (holder === null) return null
    const { pid, orphan } = holder
    const address = file.server && [null, pid].includes(file.server.pid) ? file.server.address : null
    const answer = orphan ? 'busy' : address ? await prepareRoles(address, file) : 'denied'
    if (address && answer === 'ready') return { pid, address }
    if (answer === 'denied') throw inUse(pgData, pid, 'which Doorstep did not start')
    if (Date.now() > deadline) throw inUse(pgData, pid, 'which does not answer')
    await sleep(POLL_MILLISECONDS)
  }
}

const inUse = (pgData: string, pid: number, why: string) =>
  new EmbeddedError(
    `${pgData} is in use by process ${pid} (${commandLine(pid) ?? 'command line hidden'}), ${why}: ` +
      'end that process, or set DOORSTEP_DATA_DIR to another directory.',
  )
