import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findBrowser } from '@/tests/support/find-browser'
import { makeTemporaryDirectory } from '@/tests/support/test-server'
import { shareBrowser } from './browser'
import { shareDemo } from './demo'
import { readDemoList } from './read-demo-list'
import { freePort, startProgram } from './start-program'

const buildId = fileURLToPath(new URL('../../../.next/BUILD_ID', import.meta.url))

/** Starts the demo as a visitor would and hands its addresses to the tests; what it returns ends it again. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (!existsSync(buildId)) throw new Error('There is no build to test: run `npm run build` first.')
  shareBrowser(await findBrowser())
  const dataDirectory = makeTemporaryDirectory()
  const settings = { port: await freePort(), dataDirectory }
  const demo = await startProgram(['scripts/demo.ts', '--no-build'], 'Stop with Ctrl+C.', settings)
  shareDemo({ ...readDemoList(demo.text), dataDirectory })
  return async () => {
    await demo.stop()
    rmSync(dataDirectory, { recursive: true, force: true })
  }
}
