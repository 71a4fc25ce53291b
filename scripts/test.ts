import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findBrowser } from '@/tests/support/find-browser'
import { debianBinaries } from '@/tests/support/test-engine'

/** `npm test`: everything, in the order of the cheapest first; the closing line counts every test that ran. */
type Totals = { passed: number; failed: number; skipped: number }

const totals: Totals = { passed: 0, failed: 0, skipped: 0 }
const failedSteps: string[] = []
const RESULTS = 'test-results'

/**
 * What needs no second server: these start the embedded one whatever the others run on, or draw pages and pictures and fill memory
 * over statements that the files of their services ask there, too.
 */
const ELSEWHERE = [
  'catalogue-memory',
  'check-in',
  'cli',
  'embedded-connect',
  'embedded-migrate',
  'embedded-root',
  'embedded-share',
  'embedded-start',
  'hostile',
  'media',
  'return-labels',
  'return-page',
  'return-pages',
  'return-photos',
  'status-image',
].flatMap((name) => ['--exclude', `tests/integration/${name}.test.ts`])

function run(title: string, command: string, args: string[], env: Record<string, string> = {}): boolean {
  const started = Date.now()
  console.log(`\n▶ ${title}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  console.log(`${status === 0 ? '✓' : '✗'} ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  if (status !== 0) failedSteps.push(title)
  return status === 0
}

const npx = (title: string, args: string[], env?: Record<string, string>) =>
  run(title, 'npx', ['--no-install', ...args], env)

function add({ passed, failed, skipped }: Totals): void {
  totals.passed += passed
  totals.failed += failed
  totals.skipped += skipped
}

function vitest(title: string, file: string, args: string[], env: Record<string, string> = {}): void {
  const output = `${RESULTS}/${file}.json`
  npx(
    title,
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${output}`, ...args],
    env,
  )
  if (!existsSync(output)) return
  const report: { numPassedTests: number; numFailedTests: number; numPendingTests: number } = JSON.parse(
    readFileSync(output, 'utf8'),
  )
  add({ passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests })
}

function playwright(): void {
  const output = `${RESULTS}/e2e.json`
  npx('end to end, in a real browser', ['playwright', 'test'])
  if (!existsSync(output)) return
  const { stats }: { stats: { expected: number; unexpected: number; flaky: number; skipped: number } } =
    JSON.parse(readFileSync(output, 'utf8'))
  add({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped })
}

rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS)

npx('format and lint', ['biome', 'ci', '--error-on-warnings', '.'])
npx('styles and islands', ['tsx', 'scripts/build-assets.ts'])
npx('package for shops', ['tsx', 'scripts/build-lib.ts'])
npx('types of routes', ['next', 'typegen'])
npx('types', ['tsc', '--noEmit'])
npx('unused files, exports and dependencies', ['knip'])
vitest('unit and contract', 'unit', ['--project', 'node', '--project', 'dom'])
vitest('database, on the embedded server', 'database-embedded', ['--project', 'database'], {
  DOORSTEP_TEST_ENGINE: 'embedded',
})

if (debianBinaries())
  vitest(
    'database, on the machine’s own PostgreSQL',
    'database-debian',
    ['--project', 'database', ...ELSEWHERE],
    {
      DOORSTEP_TEST_ENGINE: 'debian',
    },
  )
else console.log('\n– no PostgreSQL of the machine’s own: the database suite ran once')
if (process.env.TEST_DATABASE_URL)
  vitest('database, on TEST_DATABASE_URL', 'database-url', ['--project', 'database', ...ELSEWHERE], {
    DOORSTEP_TEST_ENGINE: 'url',
  })

if (npx('build', ['next', 'build'])) {
  const browser = await findBrowser()
  console.log(`\nbrowser: ${browser.path} (${browser.source})`)
  playwright()
}

for (const step of failedSteps) console.error(`failed: ${step}`)
// A step that fails outside a test runner is a failure too, and must show in the line that people and machines read.
const failed = Math.max(totals.failed, failedSteps.length > 0 ? 1 : 0)
console.log(`\n${totals.passed} passed, ${failed} failed, ${totals.skipped} skipped`)
process.exitCode = failed > 0 || totals.passed === 0 ? 1 : 0
