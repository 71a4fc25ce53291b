import { type Browser, chromium } from '@playwright/test'
import { findBrowser } from '@/tests/support/find-browser'
import { freePort } from './free-port'

/** A browser that Lighthouse can join at `port`. */
export type OpenBrowser = { browser: Browser; port: number; name: string }

/** The browser that the tests use; without one, why not. */
export async function openBrowser(): Promise<OpenBrowser | string> {
  try {
    const { path, flags } = await findBrowser()
    const port = await freePort()
    const browser = await chromium.launch({
      executablePath: path,
      args: [...flags, `--remote-debugging-port=${port}`],
    })
    return { browser, port, name: `Chromium ${browser.version()}` }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
