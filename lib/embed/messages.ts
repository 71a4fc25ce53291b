/** Both sides ignore what speaks another protocol. */
export const PROTOCOL = 1

/** `auto`: as the reader's device says. */
export type Scheme = 'light' | 'dark' | 'auto'
/** `compact`: the answer alone. */
export type View = 'full' | 'compact'
export type PageKind = 'look-up' | 'order' | 'parcel' | 'returns' | 'return' | 'other'

/** The custom properties of the shop's page that a frame may take over: `--doorstep-accent`, … */
export const LOOK_VARIABLES = ['accent', 'radius', 'font', 'bg', 'fg'] as const
type LookVariable = (typeof LOOK_VARIABLES)[number]

/** How the shop's page wants its frame to look; the frame checks every value again. */
export type Look = { scheme: Scheme; view: View; variables: Partial<Record<LookVariable, string>> }

/**
 * Every message between the shop's page and a frame, by who sends it. They go over a channel of their own that the shop's page
 * opens with {@link Hello}, addressed to the frame's exact origin; the frame takes it only from its parent, and from then on
 * only from the origin that came first. Nothing is ever posted to `*`, and nothing else is listened to.
 */
export type Messages = {
  toFrame: {
    look: Look
  }
  fromFrame: {
    /** A document met its host. `path` is its own, `born` tells it from the one before. */
    ready: { born: number; path: string; page: PageKind; locale: string }
    /** `touched`: the reader has acted in the frame, so it may shrink. */
    height: { height: number; touched: boolean }
    /** The reader has asked for another document of ours: it comes next. */
    asked: null
    /** The document goes; the next one has to be met anew. */
    leave: null
    /** A part that got the focus, in CSS pixels from the frame's top: it should be seen. */
    show: { top: number; bottom: number }
    /** How the parcels stand; `status` is the first one's. */
    status: { status: string; statuses: string[]; final: boolean }
    lookup: { by: 'order' | 'number'; found: boolean }
    /** A return is begun, or sent. */
    returns: { step: 'started' | 'submitted' }
    link: { to: 'web' | 'mail' | 'phone'; host: string | null }
  }
}

type Direction = keyof Messages

export type Message<D extends Direction, T extends keyof Messages[D] = keyof Messages[D]> = {
  [K in T]: { type: K; body: Messages[D][K] }
}[T]

/** What a side does with each message that it may get. */
export type Receivers<D extends Direction> = {
  [T in keyof Messages[D]]: (body: Messages[D][T], port: MessagePort) => void
}

/** The one message that goes over the window, with a port to answer on. */
export type Hello = {
  doorstep: typeof PROTOCOL
  look: Look
  /** The reader asked for this document: it may take the focus. */
  asked: boolean
}
