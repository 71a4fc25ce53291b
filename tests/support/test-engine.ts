import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Binaries, binariesIn } from '@/db/embedded/binaries'

/** Which server the database tests run on. */
export type TestEngine =
  | { kind: 'embedded' }
  | { kind: 'debian'; binaries: Binaries }
  | { kind: 'url'; superuserUrl: string }

const DEBIAN = '/usr/lib/postgresql'
const OLDEST_MAJOR = 15

/** The newest server that Debian's packages installed; null without one. */
export function debianBinaries(): Binaries | null {
  if (!existsSync(DEBIAN)) return null
  const [major] = readdirSync(DEBIAN)
    .filter((name) => /^\d+$/.test(name) && existsSync(join(DEBIAN, name, 'bin/initdb')))
    .map(Number)
    .filter((version) => version >= OLDEST_MAJOR)
    .sort((left, right) => right - left)
  if (major === undefined) return null
  return binariesIn(join(DEBIAN, `${major}`, 'bin'), major, `PostgreSQL ${major} of this machine`)
}

/** DOORSTEP_TEST_ENGINE chooses: `embedded` (the default), `debian` (installed here), `url` (TEST_DATABASE_URL, as superuser). */
export function chooseTestEngine(
  source: Readonly<Record<string, string | undefined>> = process.env,
): TestEngine {
  const choice = source.DOORSTEP_TEST_ENGINE || 'embedded'
  if (choice === 'embedded') return { kind: 'embedded' }
  if (choice === 'debian') {
    const binaries = debianBinaries()
    if (binaries) return { kind: 'debian', binaries }
    throw new Error(
      `DOORSTEP_TEST_ENGINE is debian, but no PostgreSQL ${OLDEST_MAJOR} or newer is under ${DEBIAN}.`,
    )
  }
  if (choice === 'url') {
    const superuserUrl = source.TEST_DATABASE_URL
    if (superuserUrl) return { kind: 'url', superuserUrl }
    throw new Error('DOORSTEP_TEST_ENGINE is url, but TEST_DATABASE_URL names no server (as a superuser).')
  }
  throw new Error(`DOORSTEP_TEST_ENGINE is «${choice}»: write embedded, debian or url.`)
}
