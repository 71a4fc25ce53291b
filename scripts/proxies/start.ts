import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE_MS = 60_000

export type Started = { stop: () => Promise<void> }

/** Starts a program and waits until `isUp`; what it complains of is shown when it doesn't come up. */
export async function start(
  command: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv,
  isUp: () => Promise<boolean>,
): Promise<Started> {
  const [program, ...args] = command
  const child: ChildProcess = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const said: Buffer[] = []
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk))
  const gone = once(child, 'exit')
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await gone
  }
  for (const deadline = Date.now() + PATIENCE_MS; !(await isUp()); await sleep(100)) {
    if (child.exitCode === null && Date.now() < deadline) continue
    await stop()
    throw new Error(`${program} did not start:\n${Buffer.concat(said).toString('utf8')}`)
  }
  return { stop }
}
