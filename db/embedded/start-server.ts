import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { serverAccount } from './account'
import { type Address, chooseAddress } from './address'
import { type Binaries, embeddedBinaries } from './binaries'
import { initCluster, makeOwned } from './init-cluster'
import { joinHolder } from './join-holder'
import { launch } from './launch'
import { choosePlace } from './place'
import { commandLine } from './processes'
import { reachableBinaries } from './reachable-binaries'
import { say } from './say'
import { readServerFile, type ServerFile, writeServerFile } from './server-file'
import { withStartLock } from './start-lock'
import { addUser, removeUser } from './users'

export type StartOptions = {
  /** The real path of a directory that is there. */
  dataDirectory: string
  /** Other programs than the packages'. */
  binaries?: Binaries
  /** Settings over the usual ones. */
  settings?: Record<string, string>
}

export type Started = {
  pid: number
  address: Address
  file: ServerFile
  /** Holds `postgres` and `socket`. */
  place: string
  /** Whether it ran already. */
  adopted: boolean
}

/** Joins the server of a data directory, or starts it; one process at a time. Throws an `EmbeddedError`. */
export const startServer = (options: StartOptions): Promise<Started> =>
  withStartLock(options.dataDirectory, async () => {
    addUser(options.dataDirectory)
    try {
      return await joinOrLaunch(options)
    } catch (error) {
      removeUser(options.dataDirectory)
      throw error
    }
  })

async function joinOrLaunch({ dataDirectory, settings = {}, ...options }: StartOptions): Promise<Started> {
  const found = readServerFile(dataDirectory)
  const place = choosePlace(dataDirectory, found)
  const pgData = join(place, 'postgres')
  const running = await joinHolder(pgData, found)
  if (running) return { ...running, file: found, place, adopted: true }

  if (found.initialised && !existsSync(pgData)) {
    say(`The data that was in ${pgData} is gone; starting with an empty database.`)
    mkdirSync(place, { recursive: true, mode: 0o711 })
  }
  const account = serverAccount(pgData)
  const binaries = reachableBinaries(options.binaries ?? embeddedBinaries(), account)
  const socket = join(place, 'socket')
  const address = await chooseAddress(socket)
  const startedBy = { pid: process.pid, command: commandLine(process.pid) ?? process.title }
  const file: ServerFile = {
    ...found,
    place: place === dataDirectory ? null : place,
    server: { pid: null, address, startedBy },
  }
  // Before there is data: whoever finds the one must find the other.
  writeServerFile(dataDirectory, file)
  await initCluster(place, binaries, account, file.passwords.superuser)
  makeOwned(socket, account)
  const { pid, ready } = await launch({ dataDirectory, place, binaries, account, address, file, settings })
  const started: ServerFile = { ...file, initialised: true, server: { pid, address, startedBy } }
  // Before it is ready: should we be killed now, the next process knows it for ours.
  writeServerFile(dataDirectory, started)
  await ready()
  return { pid, address, file: started, place, adopted: false }
}
