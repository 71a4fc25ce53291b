import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Lets this process, and those that it starts, run on an embedded database in a new directory, which is returned. Call it before
 * anything reads the environment.
 */
export function ownEnvironment(port: number): string {
  const dataDirectory = join(tmpdir(), `doorstep-bench-${process.pid}`)
  Object.assign(process.env, {
    // Empty, not absent: an `.env` file must not name a database for us.
    ...{
      DATABASE_URL: '',
      MIGRATION_DATABASE_URL: '',
      DOORSTEP_URL: '',
      DOORSTEP_SECRET: '',
      TRUSTED_PROXIES: '',
    },
    ...{ DOORSTEP_DATA_DIR: dataDirectory, PORT: String(port), HOSTNAME: 'localhost' },
    // The demo's pictures are fetched from our own server.
    ...{ DOORSTEP_DEMO: 'true', DOORSTEP_ALLOW_PRIVATE_NETWORKS: 'true' },
  })
  return dataDirectory
}
