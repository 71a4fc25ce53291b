import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writePrivateFile } from '@/lib/write-private-file'
import { EmbeddedError } from './embedded-error'

const password = z.string().regex(/^[0-9a-f]{48}$/)

const serverFileSchema = z.object({
  /** Where socket and data are when the data directory can't hold them; null: in the data directory. */
  place: z.string().nullable(),
  /** Whether data was ever there. */
  initialised: z.boolean(),
  passwords: z.object({ superuser: password, owner: password, app: password }),
  /** The last server started; it may be gone. */
  server: z
    .object({
      pid: z.number().int().nullable(),
      address: z.object({ host: z.string(), port: z.number().int() }),
      startedBy: z.object({ pid: z.number().int(), command: z.string() }),
    })
    .nullable(),
})

/** What Doorstep's own processes tell each other about the embedded database (file `server.json`, mode 0600). */
export type ServerFile = z.infer<typeof serverFileSchema>

const makePassword = () => randomBytes(24).toString('hex')
const pathOf = (dataDirectory: string) => join(dataDirectory, 'server.json')

/** The file, or a new one with new passwords; throws an {@link EmbeddedError} when it can't be read. */
export function readServerFile(dataDirectory: string): ServerFile {
  const path = pathOf(dataDirectory)
  if (!existsSync(path)) {
    const passwords = { superuser: makePassword(), owner: makePassword(), app: makePassword() }
    return { place: null, initialised: false, passwords, server: null }
  }
  try {
    return serverFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw new EmbeddedError(
      `${path} can't be read: it holds the embedded database's passwords. Run as its owner or restore it; ` +
        `to start empty, move ${dataDirectory} away.`,
      { cause: error },
    )
  }
}

export const writeServerFile = (dataDirectory: string, file: ServerFile): void =>
  writePrivateFile(pathOf(dataDirectory), `${JSON.stringify(file, null, 2)}\n`)
