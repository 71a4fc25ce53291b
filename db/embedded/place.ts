import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, serverAccount } from './account'
import { EmbeddedError } from './embedded-error'
import { closedDirectory } from './reach'
import { say } from './say'
import type { ServerFile } from './server-file'

/** Where root keeps what the server's account must reach; the first that can be had. */
const SHELTERS = ['/var/lib/doorstep', '/var/tmp/doorstep', join(tmpdir(), 'doorstep')]

const WALK_THROUGH = 0o711

/** The directory that holds the server's data and socket: the data directory itself, or a place that the server's account can reach. */
export function choosePlace(dataDirectory: string, { place: kept, initialised }: ServerFile): string {
  const account = serverAccount(join(kept ?? dataDirectory, 'postgres'))
  const closed = account && closedDirectory(kept ?? dataDirectory, account)
  if (!closed) return kept ?? dataDirectory
  if (initialised)
    throw new EmbeddedError(
      `The database runs as uid ${account.uid}, who can't enter ${closed} any more: allow it (\`chmod o+x ${closed}\`).`,
    )
  const place = join(/* turbopackIgnore: true */ findShelter(account), randomBytes(8).toString('hex'))
  mkdirSync(place)
  chmodSync(place, WALK_THROUGH)
  say(
    `The database can't run as root, and other accounts can't enter ${closed}; its data will be in ${place} instead.`,
  )
  return place
}

/** A directory of root's own that the account can walk through; throws an {@link EmbeddedError} without one. */
export function findShelter(account: Account): string {
  const shelter = SHELTERS.find((path) => openShelter(path, account))
  if (shelter) return shelter
  throw new EmbeddedError(
    `The database can't run as root and finds no directory that both root and uid ${account.uid} can use ` +
      `(tried ${SHELTERS.join(', ')}): run Doorstep as a normal user, or set DATABASE_URL.`,
  )
}

function openShelter(path: string, account: Account): boolean {
  try {
    if (!existsSync(path)) {
      mkdirSync(path)
      chmodSync(path, WALK_THROUGH)
    }
  } catch {
    return false
  }
  const at = lstatSync(path)
  // In a directory for everyone another user may have laid a trap under our name.
  return at.isDirectory() && at.uid === 0 && closedDirectory(path, account) === null
}
