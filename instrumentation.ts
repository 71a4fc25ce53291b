/** A feed may be read so much later than it is due. */
const FEED_INTERVAL_MS = 15_000

/** Next calls this once, when a server starts: the sweeper takes up what the process before left behind. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const [
    { getContext },
    { runSweeper },
    { sweepFeeds },
    { FORGET_INTERVAL_MS, forgetExpired },
    { WATCH_INTERVAL_MS, watchVariants },
  ] = await Promise.all([
    import('@/lib/context'),
    import('@/lib/services/run-sweeper'),
    import('@/lib/services/sweep'),
    import('@/lib/services/forget-expired'),
    import('@/lib/services/slots/watch-variants'),
  ])
  globalThis.doorstepSweeper ??= runSweeper(getContext)
  globalThis.doorstepFeedReader ??= runSweeper(getContext, {
    intervalMs: FEED_INTERVAL_MS,
    round: sweepFeeds,
  })
  globalThis.doorstepForgetter ??= runSweeper(getContext, {
    intervalMs: FORGET_INTERVAL_MS,
    round: forgetExpired,
  })
  globalThis.doorstepVariantWatcher ??= runSweeper(getContext, {
    intervalMs: WATCH_INTERVAL_MS,
    round: watchVariants,
  })
}
