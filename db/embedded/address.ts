import { createServer } from 'node:net'
import { join } from 'node:path'

/** Where the server listens: a directory with its socket, or loopback. */
export type Address = { host: string; port: number }

const SOCKET_PORT = 5432
/** Systems take 104 to 108 bytes of a socket's path. */
const MAX_SOCKET_BYTES = 100
const QUOTED = /["\\,]/

/** A socket in `directory` where its path is short and plain enough, else a free port on loopback. */
export async function chooseAddress(directory: string): Promise<Address> {
  const socket = join(directory, `.s.PGSQL.${SOCKET_PORT}.lock`)
  const fits =
    process.platform !== 'win32' && Buffer.byteLength(socket) <= MAX_SOCKET_BYTES && !QUOTED.test(directory)
  return fits ? { host: directory, port: SOCKET_PORT } : { host: '127.0.0.1', port: await freePort() }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no free port on 127.0.0.1')),
      )
    })
  })
