/** What `initdb` and `postgres` see of our environment: no PGDATA, no PGPORT, no secret, no locale of the machine. */
export const childEnvironment = (): NodeJS.ProcessEnv => ({
  NODE_ENV: 'production',
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
  // Windows starts no program without it.
  SystemRoot: process.env.SystemRoot,
})
