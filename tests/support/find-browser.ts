import { accessSync, constants } from 'node:fs'
import { chromium } from '@playwright/test'
import chromiumPackage from '@sparticuz/chromium'

/** Flags that keep a browser quiet on a closed network, and let root start it. */
const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export type FoundBrowser = { path: string; source: string; flags: string[] }

const SYSTEM_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

async function starts(candidate: FoundBrowser): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath: candidate.path, args: candidate.flags })
    await browser.close()
    return true
  } catch (error) {
    console.error(
      `${candidate.path} does not start: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
    )
    return false
  }
}

let found: Promise<FoundBrowser> | undefined

async function search(): Promise<FoundBrowser> {
  const installed: FoundBrowser[] = [
    ...(process.env.CHROMIUM_PATH ? [{ path: process.env.CHROMIUM_PATH, source: 'CHROMIUM_PATH' }] : []),
    { path: chromium.executablePath(), source: 'Playwright’s own' },
    ...SYSTEM_PATHS.map((path) => ({ path, source: 'installed' })),
  ]
    .filter(({ path }) => executable(path))
    .map((candidate) => ({ ...candidate, flags: BROWSER_FLAGS }))
  for (const candidate of installed) if (await starts(candidate)) return candidate
  const carried = {
    path: await chromiumPackage.executablePath(),
    source: 'npm package @sparticuz/chromium',
    flags: [...chromiumPackage.args, ...BROWSER_FLAGS],
  }
  if (await starts(carried)) return carried
  throw new Error(
    'No browser starts: install one (Debian: `apt-get install chromium`) or name one in CHROMIUM_PATH.',
  )
}

/** A Chromium that really starts: CHROMIUM_PATH, Playwright's own, an installed one, else the one an npm package carries. */
export function findBrowser(): Promise<FoundBrowser> {
  found ??= search()
  return found
}
