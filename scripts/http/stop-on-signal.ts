import { logger } from '@/lib/core/logger'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Ends the process in order at the first signal: `stop` once, then exit; at the second signal at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1)
    stopping = true
    logger.info('stopping', { signal })
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error('did not stop in order', {
          reason: error instanceof Error ? error.message : String(error),
        })
        process.exit(1)
      },
    )
  }
  for (const signal of SIGNALS) process.on(signal, onSignal)
}
