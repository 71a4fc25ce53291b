import { setTimeout as sleep } from 'node:timers/promises'

const LIMIT_MILLISECONDS = 10_000
const STEP_MILLISECONDS = 10

/** Waits for something to become true; throws after ten seconds. */
export async function waitUntil(isTrue: () => boolean): Promise<void> {
  for (const deadline = Date.now() + LIMIT_MILLISECONDS; !isTrue(); await sleep(STEP_MILLISECONDS))
    if (Date.now() > deadline) throw new Error(`waited ${LIMIT_MILLISECONDS} ms in vain for ${isTrue}`)
}
