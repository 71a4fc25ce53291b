import { type Env, env } from '@/lib/env'
import { checkApplicationRole, checkMigrated } from './check-application-role'
import { type Connection, openClient } from './client'
import { embeddedServer } from './embedded/embedded-server'
import { ROLES } from './embedded/server-target'
import { migrateWhenBehind } from './migrate'

type Settings = Pick<Env, 'database' | 'dataDirectory'>
type Open = Connection & { isUsable: () => boolean }
type Handle = { opening: Promise<Open>; open: Open | null }

declare global {
  /** Outlives the module: a development server loads it again and again. */
  var doorstepConnection: Handle | undefined
}

/**
 * The process's connection as the application's role: to DATABASE_URL, or to the embedded server, started and migrated
 * by the first call. Ask for it anew for every piece of work: it costs nothing, and a server that ended is started again.
 * A failure is thrown and not kept: the next call tries again. Never called while building.
 */
export async function connect(settings: Settings = env()): Promise<Connection> {
  const known = globalThis.doorstepConnection
  if (known && (!known.open || known.open.isUsable())) return known.opening
  const handle: Handle = { opening: known?.open ? reopen(known.open, settings) : open(settings), open: null }
  globalThis.doorstepConnection = handle
  try {
    handle.open = await handle.opening
    return handle.open
  } catch (error) {
    if (globalThis.doorstepConnection === handle) globalThis.doorstepConnection = undefined
    throw error
  }
}

const reopen = async (lost: Open, settings: Settings): Promise<Open> => {
  await lost.close()
  return open(settings)
}

const open = ({ database, dataDirectory }: Settings): Promise<Open> =>
  database ? openServer(database.url) : openEmbedded(dataDirectory)

async function openServer(url: string): Promise<Open> {
  const client = openClient(url)
  await checked(client)
  return closing(
    client,
    () => true,
    async () => {},
  )
}

async function openEmbedded(dataDirectory: string): Promise<Open> {
  const server = await embeddedServer({ dataDirectory })
  try {
    await migrateWhenBehind({ owner: server.target('owner'), appRole: ROLES.app })
    const client = openClient(server.target('app'))
    await checked(client)
    return closing(client, server.isRunning, server.release)
  } catch (error) {
    await server.release()
    throw error
  }
}

async function checked(client: Connection): Promise<void> {
  try {
    await checkApplicationRole(client.sql)
    await checkMigrated(client.sql)
  } catch (error) {
    await client.close()
    throw error
  }
}

/** A connection that ends for everybody in the process when it is closed. */
const closing = (client: Connection, isUsable: () => boolean, release: () => Promise<void>): Open => {
  const open: Open = {
    ...client,
    isUsable,
    close: async () => {
      if (globalThis.doorstepConnection?.open === open) globalThis.doorstepConnection = undefined
      await client.close()
      await release()
    },
  }
  return open
}
