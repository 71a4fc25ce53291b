import type { Hello, Message, Messages, Receivers } from '../messages'
import { isLoaded } from './frame'

const TIMEOUT_MS = 12_000
const FIRST_KNOCK_MS = 50

type LineOptions = {
  frame: HTMLIFrameElement
  /** The only origin that may read what we send. */
  origin: string
  hello: () => Omit<Hello, 'doorstep'>
  receivers: Receivers<'fromFrame'>
  /** No document has answered in time. */
  late: () => void
}

export type Line = {
  /** A document is there or on its way: it is greeted until it answers, and has 12 seconds. */
  expect: () => void
  /** A document has come to its end of loading: it hears one greeting, or never will. */
  loaded: () => void
  /** Its document speaks on this port. */
  use: (port: MessagePort) => void
  /** Nobody has to answer any more. */
  rest: () => void
  tell: (message: Message<'toFrame'>) => void
  close: () => void
}

/** A line of our own to whatever document of ours is in the frame: a channel, so that nobody else can speak on it. */
export function openLine({ frame, origin, hello, receivers, late }: LineOptions): Line {
  let port: MessagePort | undefined
  let knock: number | undefined
  let alarm: number | undefined

  const receive = <T extends keyof Messages['fromFrame']>(
    { type, body }: Message<'fromFrame', T>,
    from: MessagePort,
  ): void => receivers[type]?.(body, from)

  function greet(): void {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<Message<'fromFrame'>>) => receive(data, port1)
    frame.contentWindow?.postMessage({ doorstep: 1, ...hello() } satisfies Hello, origin, [port2])
  }

  function knockAfter(milliseconds: number): void {
    if (isLoaded(frame)) greet()
    knock = window.setTimeout(knockAfter, milliseconds, milliseconds * 2)
  }

  function rest(): void {
    clearTimeout(knock)
    clearTimeout(alarm)
  }

  return {
    rest,
    loaded() {
      clearTimeout(knock)
      greet()
    },
    expect() {
      rest()
      knockAfter(FIRST_KNOCK_MS)
      alarm = window.setTimeout(() => {
        rest()
        late()
      }, TIMEOUT_MS)
    },
    use(next) {
      if (port !== next) port?.close()
      port = next
    },
    tell: (message) => port?.postMessage(message),
    close() {
      rest()
      port?.close()
    },
  }
}
