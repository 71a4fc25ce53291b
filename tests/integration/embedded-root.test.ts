import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { binariesIn, embeddedBinaries } from '@/db/embedded/binaries'
import { embeddedServer } from '@/db/embedded/embedded-server'
import { dataDirectories } from '@/tests/support/data-directories'

const newDirectory = dataDirectories()
const NOBODY = 65_534
/** Another account that systems list. */
const DAEMON = 1

/** Who runs a process, by its real user. https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
const userOf = (pid: number) =>
  Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])

/** A directory that only root can enter. */
const newClosedDirectory = (): string => {
  const directory = newDirectory()
  chmodSync(directory, 0o700)
  return directory
}

describe.runIf(process.getuid?.() === 0 && process.platform === 'linux')(
  'the embedded database as root',
  () => {
    it('runs as nobody', async () => {
      const dataDirectory = newDirectory()
      const server = await embeddedServer({ dataDirectory })
      expect(userOf(server.pid)).toBe(NOBODY)
      expect(server.place).toBe(dataDirectory)
      await server.release()
    })

    it('runs as the owner of the data when that is somebody else', async () => {
      const dataDirectory = newDirectory()
      mkdirSync(join(dataDirectory, 'postgres'))
      chownSync(join(dataDirectory, 'postgres'), DAEMON, DAEMON)
      const server = await embeddedServer({ dataDirectory })
      expect(userOf(server.pid)).toBe(DAEMON)
      await server.release()
    })

    it('leaves all that it makes in somebody’s data directory to them', async () => {
      const dataDirectory = newDirectory()
      chownSync(dataDirectory, DAEMON, DAEMON)
      mkdirSync(join(dataDirectory, 'postgres'))
      chownSync(join(dataDirectory, 'postgres'), DAEMON, DAEMON)
      const server = await embeddedServer({ dataDirectory })
      const owners = readdirSync(dataDirectory).map((name) => [name, statSync(join(dataDirectory, name)).uid])
      await server.release()
      expect(Object.fromEntries(owners)).toEqual({
        postgres: DAEMON,
        'postgres.log': DAEMON,
        'server.json': DAEMON,
        socket: DAEMON,
        users: DAEMON,
      })
    })

    it('puts its data where nobody can reach it when the data directory is closed, and finds it again', async () => {
      const dataDirectory = join(newClosedDirectory(), '.data')
      const first = await embeddedServer({ dataDirectory })
      onTestFinished(() => rmSync(first.place, { recursive: true, force: true }))
      expect(first.place).not.toContain(dataDirectory)
      expect(statSync(join(first.place, 'postgres')).uid).toBe(NOBODY)
      expect(existsSync(join(dataDirectory, 'server.json'))).toBe(true)
      await first.release()
      const second = await embeddedServer({ dataDirectory })
      expect(second.place).toBe(first.place)
      await second.release()
    })

    it('copies its programs where nobody can reach them when the clone is closed', async () => {
      const clone = newClosedDirectory()
      const real = embeddedBinaries()
      const tree = join(clone, 'native')
      cpSync(dirname(dirname(real.postgres)), tree, { recursive: true, verbatimSymlinks: true })
      const binaries = binariesIn(join(tree, 'bin'), real.major, `closed clone ${process.pid}`, tree)
      const server = await embeddedServer({ dataDirectory: newDirectory(), binaries })
      const command = readFileSync(`/proc/${server.pid}/cmdline`, 'utf8').split('\0')[0] ?? ''
      onTestFinished(() => rmSync(dirname(dirname(command)), { recursive: true, force: true }))
      expect(command).toContain(`closed-clone-${process.pid}`)
      expect(userOf(server.pid)).toBe(NOBODY)
      await server.release()
    })
  },
)
