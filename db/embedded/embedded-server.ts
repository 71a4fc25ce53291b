import { setTimeout as sleep } from 'node:timers/promises'
import type { LocalTarget } from '@/db/target'
import { makeDataDirectory } from '@/lib/data-directory'
import { isRunning } from './processes'
import { releaseServer } from './release-server'
import { type Role, serverTarget } from './server-target'
import { type Started, type StartOptions, startServer } from './start-server'

/** This process's hold on the embedded database. */
export type EmbeddedServer = {
  readonly pid: number
  /** Holds the server's data: the data directory, or a place that the server's account can reach. */
  readonly place: string
  /** Whether it ran already. */
  readonly adopted: boolean
  target: (role: Role, database?: string) => LocalTarget
  isRunning: () => boolean
  /** Lets go; the last process to do so stops the server, and waits for that. Every hold must be let go once. */
  release: () => Promise<void>
}

type Held = { starting: Promise<Started>; started: Started | null; holds: number }

declare global {
  /** Outlives the module: a development server loads it again and again. */
  var doorstepEmbeddedServers: Map<string, Held> | undefined
}

const STOP_MILLISECONDS = 30_000
const STEP_MILLISECONDS = 10

/** Joins the server in a data directory, or starts it; within a process every caller gets the same one. Throws an `EmbeddedError`. */
export async function embeddedServer(options: StartOptions): Promise<EmbeddedServer> {
  const dataDirectory = makeDataDirectory(options.dataDirectory)
  const servers = processServers()
  const known = servers.get(dataDirectory)
  const usable = known && (!known.started || isRunning(known.started.pid))
  const held: Held = usable
    ? known
    : { starting: startServer({ ...options, dataDirectory }), started: null, holds: 0 }
  servers.set(dataDirectory, held)
  held.holds++
  try {
    held.started = await held.starting
  } catch (error) {
    if (servers.get(dataDirectory) === held) servers.delete(dataDirectory)
    throw error
  }
  return handle(dataDirectory, held, held.started)
}

const handle = (dataDirectory: string, held: Held, started: Started): EmbeddedServer => ({
  pid: started.pid,
  place: started.place,
  adopted: started.adopted,
  target: (role, database) => serverTarget(started.address, started.file, role, database),
  isRunning: () => isRunning(started.pid),
  release: async () => {
    held.holds--
    if (held.holds > 0 || processServers().get(dataDirectory) !== held) return
    processServers().delete(dataDirectory)
    if (releaseServer(dataDirectory, started) === 'told to stop') await untilStopped(started.pid)
  },
})

async function untilStopped(pid: number): Promise<void> {
  for (const deadline = Date.now() + STOP_MILLISECONDS; isRunning(pid) && Date.now() < deadline; )
    await sleep(STEP_MILLISECONDS)
}

function processServers(): Map<string, Held> {
  if (globalThis.doorstepEmbeddedServers) return globalThis.doorstepEmbeddedServers
  const servers = new Map<string, Held>()
  globalThis.doorstepEmbeddedServers = servers
  const releaseAll = () => {
    for (const [dataDirectory, { started }] of servers) if (started) releaseServer(dataDirectory, started)
    servers.clear()
  }
  process.once('exit', releaseAll)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.prependOnceListener(signal, () => {
      // Whoever else listens ends the process in their own way, and `exit` comes; with us alone nobody would end it.
      if (process.listenerCount(signal) > 0) return
      releaseAll()
      process.kill(process.pid, signal)
    })
  return servers
}
