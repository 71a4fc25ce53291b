import { reasonOf } from '@/lib/core/describe-error'
import { logger } from '@/lib/core/logger'
import type { Context } from './context'
import { sweep } from './sweep'

export type SweeperOptions = {
  /** From the end of one round to the next, more or less by a quarter, so that instances don't keep step. */
  intervalMs?: number
  /** Between 0 and 1. */
  random?: () => number
  /** One round: does what is due and says how many pieces it took. */
  round?: (context: Context) => Promise<number>
}

export type Sweeper = {
  /** Starts no further round; settles when the present one is over. */
  stop: () => Promise<void>
}

declare global {
  /** One for each process, however often a module is loaded. */
  var doorstepSweeper: Sweeper | undefined
  /** Reads the shops' feeds beside it. */
  var doorstepFeedReader: Sweeper | undefined
}

/** While rounds fail, the wait doubles up to this. */
const MAX_WAIT_MS = 30_000

/** Where there was work there is often more. */
const BUSY_SHARE = 0.1

/**
 * Sweeps at once and then again and again, one round at a time, and keeps no process from ending. A round that fails
 * (the database is away, say) is logged, and the next one waits longer. `getContext` is asked anew for every round.
 */
export function runSweeper(
  getContext: () => Promise<Context>,
  { intervalMs = 1000, random = Math.random, round = sweep }: SweeperOptions = {},
): Sweeper {
  let failures = 0
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void>

  const waitAfter = async (): Promise<number> => {
    try {
      const taken = await round(await getContext())
      if (failures > 0) logger.info('sweeping again', { afterFailures: failures })
      failures = 0
      return taken > 0 ? intervalMs * BUSY_SHARE : intervalMs
    } catch (error) {
      failures++
      logger.warn('sweep failed', {
        failures,
        reason: reasonOf(error),
      })
      return Math.min(intervalMs * 2 ** failures, MAX_WAIT_MS)
    }
  }

  const go = async (): Promise<void> => {
    const wait = await waitAfter()
    if (stopped) return
    timer = setTimeout(
      () => {
        running = go()
      },
      wait * (0.75 + random() / 2),
    )
    timer.unref()
  }

  running = go()
  return {
    stop: () => {
      stopped = true
      clearTimeout(timer)
      return running
    },
  }
}
