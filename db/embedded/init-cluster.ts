import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './account'
import type { Binaries } from './binaries'
import { childEnvironment } from './child-environment'
import { EmbeddedError } from './embedded-error'

const run = promisify(execFile)
const BUILTIN_LOCALES_SINCE = 17
const DRAFT = 'postgres.draft-'

const LOCALE = (major: number): string[] =>
  major >= BUILTIN_LOCALES_SINCE
    ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    : ['--locale=C.UTF-8']

/** Makes a directory of the server's own. */
export function makeOwned(path: string, account: Account | null): void {
  mkdirSync(path, { recursive: true })
  chmodSync(path, 0o700)
  if (account) chownSync(path, account.uid, account.gid)
}

/** Makes the data in `place/postgres` where there is none; throws an {@link EmbeddedError} when another major version made it. */
export async function initCluster(
  place: string,
  binaries: Binaries,
  account: Account | null,
  superuserPassword: string,
) {
  const pgData = join(place, 'postgres')
  const version = join(pgData, 'PG_VERSION')
  if (existsSync(version)) return checkVersion(pgData, readFileSync(version, 'utf8').trim(), binaries)
  for (const left of readdirSync(place).filter((name) => name.startsWith(DRAFT)))
    rmSync(join(place, left), { recursive: true, force: true })
  const draft = join(place, `${DRAFT}${randomBytes(6).toString('hex')}`)
  const passwordFile = `${draft}.password`
  makeOwned(draft, account)
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 })
  if (account) chownSync(passwordFile, account.uid, account.gid)
  const options = [
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--no-sync',
  ]
  try {
    await run(binaries.initdb, ['-D', draft, ...options, ...LOCALE(binaries.major)], {
      ...(account ?? {}),
      cwd: place,
      env: childEnvironment(),
    })
  } catch (error) {
    throw new EmbeddedError(
      `The embedded database can't make its data in ${pgData}: ${reasonOf(error)}\nDATABASE_URL takes a server of your own instead.`,
      {
        cause: error,
      },
    )
  } finally {
    rmSync(passwordFile, { force: true })
  }
  // Only whole data gets the name: what a crash leaves is a draft.
  renameSync(draft, pgData)
}

function checkVersion(pgData: string, made: string, binaries: Binaries): void {
  if (Number.parseInt(made, 10) === binaries.major) return
  throw new EmbeddedError(
    `The data in ${pgData} was made by PostgreSQL ${made}, and this is ${binaries.title}. ` +
      `Dump it with pg_dump of ${made} and load it again, or move ${pgData} away to start empty.`,
  )
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'stderr' in error && error.stderr ? String(error.stderr).trim() : String(error)
