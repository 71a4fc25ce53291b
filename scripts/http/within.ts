/** Waits for a promise, but no longer than `ms`; what takes longer goes on unwatched. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, ms))
  })
  await Promise.race([work, limit]).finally(() => clearTimeout(timer))
}
