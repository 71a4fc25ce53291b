import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataDirectory } from './data-directory'
import { writePrivateFile } from './write-private-file'

const SECRET_BYTES = 32
const known = new Map<string, string>()

/** The secret of this data directory, made at its first use (file `secret`, mode 0600); 64 hexadecimal digits. */
export function keepSecret(dataDirectory: string): string {
  const secret = known.get(dataDirectory) ?? readOrMake(makeDataDirectory(dataDirectory))
  known.set(dataDirectory, secret)
  return secret
}

function readOrMake(directory: string): string {
  const file = join(directory, 'secret')
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  writePrivateFile(draft, randomBytes(SECRET_BYTES).toString('hex'))
  try {
    // A link is made whole or not at all, and never over one that is there: the first of two processes wins.
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(file, 'utf8').trim()
}
