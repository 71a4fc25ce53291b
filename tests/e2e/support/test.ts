import { test as base } from '@playwright/test'
import { sharedBrowser } from './browser'
import { type Demo, sharedDemo } from './demo'

export { expect, type Page } from '@playwright/test'

/** A test in the browser that was found, with the addresses of the running demo. */
export const test = base.extend<{ demo: Demo }>({
  launchOptions: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads what a fixture needs from this pattern.
    async ({}, use) => {
      const { path, flags } = sharedBrowser()
      await use({ executablePath: path, args: flags })
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  demo: async ({}, use) => use(sharedDemo()),
})
