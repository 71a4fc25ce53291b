import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openClient } from '@/db/client'
import { serverAccount } from '@/db/embedded/account'
import { embeddedBinaries } from '@/db/embedded/binaries'
import { embeddedServer } from '@/db/embedded/embedded-server'
import { isRunning } from '@/db/embedded/processes'
import { dataDirectories } from '@/tests/support/data-directories'
import { startChild } from '@/tests/support/start-child'
import { waitUntil } from '@/tests/support/wait-until'

const newDirectory = dataDirectories()
const NO_SUCH_PROCESS = 4_194_303

/** Initialised data whose server is not running. */
async function restingData(): Promise<string> {
  const dataDirectory = newDirectory()
  await (await embeddedServer({ dataDirectory })).release()
  return dataDirectory
}

const leavePidFile = (dataDirectory: string, pid: number) =>
  writeFileSync(
    join(dataDirectory, 'postgres/postmaster.pid'),
    `${pid}\n${join(dataDirectory, 'postgres')}\n1\n5432\n`,
  )

describe('one embedded database for several processes', () => {
  it('is adopted when its parent was killed', async () => {
    const dataDirectory = newDirectory()
    const parent = await startChild(dataDirectory)
    await parent.kill('SIGKILL')
    expect(isRunning(parent.said.pid)).toBe(true)
    const server = await embeddedServer({ dataDirectory })
    expect(server).toMatchObject({ pid: parent.said.pid, adopted: true })
    await server.release()
    expect(isRunning(server.pid)).toBe(false)
  })

  it('is started once when two processes come at the same time', async () => {
    const dataDirectory = newDirectory()
    const children = await Promise.all([
      startChild(dataDirectory),
      startChild(dataDirectory),
      startChild(dataDirectory),
    ])
    expect(new Set(children.map(({ said }) => said.pid)).size).toBe(1)
    expect(children.filter(({ said }) => !said.adopted)).toHaveLength(1)
    await Promise.all(children.map((child) => child.exit()))
    await waitUntil(() => !isRunning(children[0].said.pid))
  })

  it('stays while another process uses it, whoever started it, and goes with the last one’s exit', async () => {
    const dataDirectory = newDirectory()
    const starter = await startChild(dataDirectory)
    const second = await startChild(dataDirectory)
    await starter.exit()
    expect(isRunning(second.said.pid)).toBe(true)
    await second.exit()
    await waitUntil(() => !isRunning(second.said.pid))
  })

  it('goes with the last process when that is told to end', async () => {
    const child = await startChild(newDirectory())
    await child.kill('SIGTERM')
    await waitUntil(() => !isRunning(child.said.pid))
  })

  it('does not count a process that was killed among its users', async () => {
    const dataDirectory = newDirectory()
    const killed = await startChild(dataDirectory)
    const last = await startChild(dataDirectory)
    await killed.kill('SIGKILL')
    await last.exit()
    await waitUntil(() => !isRunning(last.said.pid))
  })

  it('takes a lock away from a process that died with it', async () => {
    const dataDirectory = newDirectory()
    writeFileSync(join(dataDirectory, 'server.lock'), `${NO_SUCH_PROCESS}\n1`)
    const server = await embeddedServer({ dataDirectory })
    await server.release()
    expect(existsSync(join(dataDirectory, 'server.lock'))).toBe(false)
  })

  it('takes a lock away when its process number belongs to another by now', async () => {
    const dataDirectory = newDirectory()
    writeFileSync(join(dataDirectory, 'server.lock'), `${process.pid}\nborn at another time`)
    const server = await embeddedServer({ dataDirectory })
    await server.release()
  })

  it('recovers from a pid file whose process is dead', async () => {
    const dataDirectory = await restingData()
    leavePidFile(dataDirectory, NO_SUCH_PROCESS)
    const server = await embeddedServer({ dataDirectory })
    expect(server.adopted).toBe(false)
    await server.release()
  })

  it('recovers from a pid file whose process is no database', async () => {
    const dataDirectory = await restingData()
    leavePidFile(dataDirectory, process.pid)
    const server = await embeddedServer({ dataDirectory })
    expect(server.adopted).toBe(false)
    await server.release()
  })

  it('refuses a directory that a server not ours holds, and names it', async () => {
    const dataDirectory = await restingData()
    const pgData = join(dataDirectory, 'postgres')
    const socket = join(dataDirectory, 'socket')
    const { postgres } = embeddedBinaries()
    const foreign = spawn(
      postgres,
      ['-D', pgData, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${socket}`],
      {
        ...(serverAccount(pgData) ?? {}),
        cwd: dataDirectory,
        stdio: 'ignore',
      },
    )
    const ended = once(foreign, 'exit')
    await waitUntil(() => existsSync(join(pgData, 'postmaster.pid')))
    await expect(embeddedServer({ dataDirectory })).rejects.toThrow(
      new RegExp(`in use by process ${foreign.pid} \\(.*postgres -D ${pgData}.*which Doorstep did not start`),
    )
    expect(isRunning(foreign.pid ?? 0)).toBe(true)
    foreign.kill('SIGINT')
    await ended
  })

  it('refuses a server of ours whose passwords were lost, and touches nothing', async () => {
    const dataDirectory = newDirectory()
    const child = await startChild(dataDirectory)
    const file = join(dataDirectory, 'server.json')
    const kept = readFileSync(file, 'utf8')
    writeFileSync(file, kept.replace(/"superuser": "[0-9a-f]+"/, `"superuser": "${'0'.repeat(48)}"`))
    await expect(embeddedServer({ dataDirectory })).rejects.toThrow(`in use by process ${child.said.pid}`)
    await child.exit()
  })

  it('opens again when opening failed once', async () => {
    const dataDirectory = newDirectory()
    const obstacle = join(dataDirectory, 'server.json')
    writeFileSync(obstacle, 'not ours')
    await expect(embeddedServer({ dataDirectory })).rejects.toThrow(/server\.json can't be read/)
    rmSync(obstacle)
    const server = await embeddedServer({ dataDirectory })
    const { sql, close } = openClient(server.target('app'), { max: 1 })
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
    await close()
    await server.release()
  })
})
