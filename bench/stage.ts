import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './free-port'
import { ownEnvironment } from './own-environment'

const READY_MS = 60_000
const STOP_MS = 15_000
const POLL_MS = 50

/** A running server of this project. */
export type Host = { port: number; origin: string }

export type Stage = {
  page: Host
  ingest: Host
  /** Ends what was started and removes what was written. */
  close: () => Promise<void>
}

function start(script: string, port: number): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PORT: String(port) },
  })
  createInterface(child.stderr).on('line', (line) => {
    if (!line.includes('"level":"info"')) process.stderr.write(`${line}\n`)
  })
  return child
}

async function untilHealthy({ origin }: Host, child: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + READY_MS; Date.now() < deadline; await sleep(POLL_MS)) {
    if (child.exitCode !== null) throw new Error(`the server at ${origin} ended before it was ready`)
    const answer = await fetch(`${origin}/api/health`).catch(() => null)
    if (answer?.ok) return
  }
  throw new Error(`the server at ${origin} was not ready after ${READY_MS / 1000} s`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const forced = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  await ended
  clearTimeout(forced)
}

/**
 * Starts `npm start`'s and `npm run ingest`'s servers on loopback over one embedded database in a new directory. Sets the
 * environment of this process too, so that it may join them: call it before anything reads the environment.
 */
export async function openStage(): Promise<Stage> {
  const [pagePort, ingestPort] = [await freePort(), await freePort()]
  const page = { port: pagePort, origin: `http://localhost:${pagePort}` }
  const ingest = { port: ingestPort, origin: `http://localhost:${ingestPort}` }
  const dataDirectory = ownEnvironment(pagePort)
  const children: ChildProcess[] = []
  const close = async () => {
    await Promise.all(children.map(stop))
    await rm(dataDirectory, { recursive: true, force: true })
  }
  try {
    for (const [script, host] of [
      ['scripts/serve.ts', page],
      ['scripts/ingest.ts', ingest],
    ] as const) {
      const child = start(script, host.port)
      children.push(child)
      await untilHealthy(host, child)
    }
    return { page, ingest, close }
  } catch (error) {
    await close()
    throw error
  }
}
