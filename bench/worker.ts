import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

type Reply<R> = { ok: true; result: R } | { ok: false; reason: string }

/** A process of our own that answers one message at a time; it ends with us. */
export type Worker<J extends object, R> = { ask: (job: J) => Promise<R>; stop: () => void }

export function startWorker<J extends object, R>(file: string): Worker<J, R> {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child: ChildProcess = fork(path, { execArgv: ['--import', 'tsx'] })
  const ask = (job: J) =>
    new Promise<R>((resolve, reject) => {
      const gone = () => reject(new Error(`${file} ended`))
      child.once('exit', gone)
      child.once('message', (reply: Reply<R>) => {
        child.off('exit', gone)
        if (reply.ok) resolve(reply.result)
        else reject(new Error(reply.reason))
      })
      child.send(job)
    })
  return { ask, stop: () => child.disconnect() }
}
