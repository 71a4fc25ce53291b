import { shortQueue } from '@/lib/core/turnstile'

/** A form with photos is held in memory more than once while it is read: so many at a time in a process. */
const AT_ONCE = 4
const WAITING = 12

/** A form without photos is never as large. */
const SMALL_BYTES = 256 * 1024

const enter = shortQueue(AT_ONCE, WAITING)

const isSmall = ({ headers }: Request): boolean => {
  const length = headers.get('content-length')
  return length !== null && Number(length) <= SMALL_BYTES
}

/** What a browser that is sent away is told to wait. */
export const BUSY_HEADERS = { 'retry-after': '30' } as const

/**
 * Reads and handles a form that may carry files: large ones, and those that don't say how large they are, a few at a time. Null
 * where too many wait already; nothing of the body was read then.
 */
export const takeUpload = <T>(request: Request, handle: () => Promise<T>): Promise<T | null> =>
  isSmall(request) ? handle() : enter(handle)
