import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const script = fileURLToPath(new URL('./embedded-child.ts', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))
const saidSchema = z.object({ pid: z.number(), adopted: z.boolean() })

/** Another process that uses the embedded database of a data directory. */
export type Child = {
  /** The server's process, and whether it ran before. */
  said: z.infer<typeof saidSchema>
  /** Ends as programs end, without saying so to the database. */
  exit: () => Promise<void>
  /** Ends without a chance to do anything. */
  kill: (signal?: NodeJS.Signals) => Promise<void>
}

/** Starts one; settles when it has its database. */
export async function startChild(dataDirectory: string): Promise<Child> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDirectory], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const said = saidSchema.parse(JSON.parse(String(line)))
  return {
    said,
    exit: async () => {
      child.stdin.write('\n')
      await ended
    },
    kill: async (signal = 'SIGKILL') => {
      child.kill(signal)
      await ended
    },
  }
}
