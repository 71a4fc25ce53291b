import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const START_TIMEOUT_MS = 120_000

/** Set to nothing, so that neither the caller's environment nor an `.env` file decides what is tested. */
const UNSET = {
  DATABASE_URL: '',
  MIGRATION_DATABASE_URL: '',
  DOORSTEP_URL: '',
  DOORSTEP_SECRET: '',
  DOORSTEP_DEMO: '',
  DOORSTEP_ALLOW_PRIVATE_NETWORKS: '',
  TRUSTED_PROXIES: '',
  HOSTNAME: '',
} as const

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('a TCP port was asked for')
  return address.port
}

type Settings = { port: number; dataDirectory: string; env?: Record<string, string> }

const start = (args: readonly string[], { port, dataDirectory, env = {} }: Settings) =>
  spawn(process.execPath, ['--import', 'tsx', ...args], {
    cwd: root,
    env: { ...process.env, ...UNSET, PORT: String(port), DOORSTEP_DATA_DIR: dataDirectory, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

export type Program = {
  /** What it has printed until it was ready. */
  text: string
  /** Ends it in order and waits. */
  stop: () => Promise<void>
  /** Ends it without a chance to do anything. */
  kill: () => Promise<void>
}

/** Starts a program of the project's own and waits until it has printed `ready`. */
export async function startProgram(
  args: readonly string[],
  ready: string,
  settings: Settings,
): Promise<Program> {
  const child = start(args, settings)
  const ended = once(child, 'exit')
  let said = ''
  const text = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${args.join(' ')} ${why}:\n${said}`))
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      fail(`did not say '${ready}' within ${START_TIMEOUT_MS / 1000} s`)
    }, START_TIMEOUT_MS)
    child.on('exit', (code) => {
      clearTimeout(timer)
      fail(`ended with ${code}`)
    })
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk
        if (!said.includes(ready)) return
        clearTimeout(timer)
        resolve(said)
      })
  })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return { text, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

/** Runs a program to its end and answers what it printed; throws when it failed. */
export async function runProgram(args: readonly string[], settings: Settings): Promise<string> {
  const child = start(args, settings)
  let out = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${errors}`)
  return out
}
