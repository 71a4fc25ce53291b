import type { Message, Messages } from '@/lib/embed/messages'
import { applyLook } from './apply-look'
import { readHello, readLook } from './read-hello'

type Meet = (asked: boolean) => void

let port: MessagePort | null = null
let host: string | null = null

/** Tells the host, once there is one. */
export const tell = <T extends keyof Messages['fromFrame']>(type: T, body: Messages['fromFrame'][T]): void =>
  port?.postMessage({ type, body } satisfies Message<'fromFrame', T>)

export const hasHost = (): boolean => port !== null

function listen(next: MessagePort): void {
  port?.close()
  port = next
  next.onmessage = ({ data }: MessageEvent<{ type?: unknown; body?: unknown } | null>) => {
    if (data?.type === 'look') applyLook(readLook(data.body))
  }
}

/**
 * Waits for the page around this one. Only its window is heard, and only from the origin that it came from first; who may be
 * there at all the policy of this document has decided before.
 */
export function awaitHost(meet: Meet): void {
  window.addEventListener('message', ({ source, origin, data, ports }) => {
    if (source !== window.parent || source === window || origin === 'null') return
    if (host !== null && host !== origin) return
    const hello = readHello(data)
    const [next] = ports
    if (!hello || !next) return
    host = origin
    listen(next)
    applyLook(hello.look)
    meet(hello.asked)
  })
}
