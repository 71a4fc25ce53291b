import { connect } from 'node:net'
import { performance } from 'node:perf_hooks'
import { readAnswer } from './read-answer'

/** Whole requests as text, taken in turn by each connection as soon as its last answer is there. */
export type LoadJob = {
  port: number
  connections: number
  requests: string[]
  until: { count: number } | { seconds: number }
}

export type LoadResult = {
  requests: number
  seconds: number
  p50: number
  p99: number
  statuses: Record<string, number>
}

const PATIENCE_MS = 60_000

/** Not node:http: a client that costs more than the bare server would measure itself. */
function keepAsking(
  port: number,
  next: () => string | null,
  onAnswer: (status: number, ms: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const patience = setTimeout(
      () => socket.destroy(new Error(`port ${port} gave no answer for ${PATIENCE_MS / 1000} s`)),
      PATIENCE_MS,
    )
    let received: Buffer = Buffer.alloc(0)
    let askedAt = 0
    const ask = () => {
      const request = next()
      if (request === null) return socket.end()
      askedAt = performance.now()
      socket.write(request)
    }
    socket.on('connect', ask)
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
      const answer = readAnswer(received)
      if (!answer) return
      received = received.subarray(answer.length)
      onAnswer(answer.status, performance.now() - askedAt)
      patience.refresh()
      ask()
    })
    socket.on('error', reject)
    socket.on('close', () => {
      clearTimeout(patience)
      resolve()
    })
  })
}

async function run({ port, connections, requests, until }: LoadJob): Promise<LoadResult> {
  const latencies: number[] = []
  const statuses: Record<string, number> = {}
  const started = performance.now()
  let asked = 0
  const isOver = () =>
    'count' in until ? asked >= until.count : performance.now() - started >= until.seconds * 1000
  const next = () => (isOver() ? null : (requests[asked++ % requests.length] ?? null))
  const onAnswer = (status: number, ms: number) => {
    statuses[status] = (statuses[status] ?? 0) + 1
    latencies.push(ms)
  }
  await Promise.all(Array.from({ length: connections }, () => keepAsking(port, next, onAnswer)))
  const seconds = (performance.now() - started) / 1000
  latencies.sort((a, b) => a - b)
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0
  return { requests: latencies.length, seconds, p50: at(0.5), p99: at(0.99), statuses }
}

process.on('message', (job: LoadJob) => {
  run(job).then(
    (result) => process.send?.({ ok: true, result }),
    (error: unknown) => process.send?.({ ok: false, reason: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
