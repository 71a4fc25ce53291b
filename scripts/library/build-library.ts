import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { bundleEntry, ENTRIES, ENTRY_NAMES, type EntryName } from './bundle'
import { declarationsOf } from './declarations'
import { styleSheet } from './style-sheet'

/** The package, as it is published: a path below its folder → its content. */
export type Library = Map<string, string>

const manifestSchema = z.object({ version: z.string(), license: z.string() })

const PEERS = { react: '>=18', swr: '>=2.2' }

async function manifest(root: string): Promise<string> {
  const { version, license } = manifestSchema.parse(
    JSON.parse(await readFile(join(root, 'package.json'), 'utf8')),
  )
  const entry = (name: EntryName) => ({ types: `./${name}.d.ts`, default: `./${name}.js` })
  return `${JSON.stringify(
    {
      name: 'doorstep',
      version,
      description:
        'Orders and parcels of a Doorstep in any shop: a typed client, React hooks and components.',
      license,
      type: 'module',
      sideEffects: ['*.css'],
      exports: {
        './client': entry('client'),
        './react': entry('react'),
        './react/styles.css': './react/styles.css',
      },
      // The client alone needs neither.
      peerDependencies: PEERS,
      peerDependenciesMeta: Object.fromEntries(Object.keys(PEERS).map((name) => [name, { optional: true }])),
    },
    null,
    2,
  )}\n`
}

/** Makes the package out of the same sources as the pages. */
export async function buildLibrary(root: string): Promise<Library> {
  const files: Library = new Map()
  for (const name of ENTRY_NAMES) {
    files.set(`${name}.js`, await bundleEntry(root, name))
    files.set(`${name}.d.ts`, declarationsOf(root, ENTRIES[name].source))
  }
  files.set('react/styles.css', await styleSheet(root))
  files.set('package.json', await manifest(root))
  return files
}
