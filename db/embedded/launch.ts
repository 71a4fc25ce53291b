import { spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { leaveToOwner } from '@/lib/leave-to-owner'
import type { Account } from './account'
import type { Address } from './address'
import type { Binaries } from './binaries'
import { childEnvironment } from './child-environment'
import { EmbeddedError } from './embedded-error'
import { prepareRoles } from './prepare-roles'
import type { ServerFile } from './server-file'
import { serverArguments } from './settings'

const POLL_MILLISECONDS = 15
const WAIT_MILLISECONDS = 120_000
const MAX_LOG_BYTES = 8 * 1024 * 1024
const LOG_TAIL_LINES = 8

export type Launch = {
  dataDirectory: string
  place: string
  binaries: Binaries
  account: Account | null
  address: Address
  file: ServerFile
  settings: Record<string, string>
}

export type Launched = { pid: number; ready: () => Promise<void> }

/**
 * Starts the server in a session of its own: it hears no Ctrl-C meant for us and keeps nobody from ending.
 * `ready` settles when it takes queries; it throws an {@link EmbeddedError} with the log's end when it doesn't.
 */
export async function launch({
  dataDirectory,
  place,
  binaries,
  account,
  address,
  file,
  settings,
}: Launch): Promise<Launched> {
  const logFile = join(dataDirectory, 'postgres.log')
  const log = openLog(logFile)
  const begin = fstatSync(log).size
  const child = spawn(
    binaries.postgres,
    serverArguments(join(place, 'postgres'), address, binaries.major, settings),
    { ...(account ?? {}), cwd: place, env: childEnvironment(), detached: true, stdio: ['ignore', log, log] },
  )
  closeSync(log)
  let end: string | null = null
  child.once('exit', (code, signal) => {
    end = `it ended with ${signal ?? `code ${code}`}`
  })
  const pid = await new Promise<number>((resolve, reject) => {
    child.once('error', (cause) =>
      reject(new EmbeddedError(`${binaries.postgres} does not start: ${cause.message}`, { cause })),
    )
    child.once('spawn', () => resolve(child.pid ?? 0))
  })
  child.unref()
  const failure = (reason: string) =>
    new EmbeddedError(`The embedded database did not start (${reason}).\n${tail(logFile, begin)}`)
  const ready = async () => {
    for (const deadline = Date.now() + WAIT_MILLISECONDS; ; await sleep(POLL_MILLISECONDS)) {
      const answer = await prepareRoles(address, file)
      if (answer === 'ready') return
      if (answer === 'denied') throw failure('the passwords in server.json are not those of this data')
      if (end !== null) throw failure(end)
      if (Date.now() > deadline) throw failure('it takes no queries after two minutes')
    }
  }
  return { pid, ready }
}

function openLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size > MAX_LOG_BYTES) renameSync(path, `${path}.1`)
  const log = openSync(path, 'a', 0o600)
  leaveToOwner(path)
  return log
}

const tail = (path: string, begin: number): string =>
  readFileSync(path).subarray(begin).toString('utf8').trim().split('\n').slice(-LOG_TAIL_LINES).join('\n')
