import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const file = join(/* turbopackIgnore: true */ process.cwd(), '.next', 'BUILD_ID')

/** Names this build in tags and caches; a development server is a build of its own at every start. */
export const BUILD_ID: string =
  process.env.NODE_ENV === 'production' && existsSync(file)
    ? readFileSync(file, 'utf8').trim()
    : `dev-${process.pid}`
