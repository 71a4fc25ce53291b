import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { leaveToOwner } from '@/lib/leave-to-owner'
import { writePrivateFile } from '@/lib/write-private-file'
import { despite } from './despite'
import { isSame, thisProcess } from './processes'

const folder = (dataDirectory: string) => join(dataDirectory, 'users')

/** Notes that this process uses the server, so that another one which ends leaves it running. */
export function addUser(dataDirectory: string): void {
  const users = folder(dataDirectory)
  if (!existsSync(users)) {
    mkdirSync(users, { recursive: true })
    chmodSync(users, 0o700)
    leaveToOwner(users)
  }
  const { pid, birth } = thisProcess()
  writePrivateFile(join(users, `${pid}`), birth)
}

export const removeUser = (dataDirectory: string): void =>
  rmSync(join(folder(dataDirectory), `${process.pid}`), { force: true })

/** Whether any living process uses the server; forgets dead ones. */
export function hasUsers(dataDirectory: string): boolean {
  const users = folder(dataDirectory)
  if (!existsSync(users)) return false
  const living = readdirSync(users).filter((name) => {
    const path = join(users, name)
    const birth = despite('ENOENT', () => readFileSync(path, 'utf8'))
    if (birth !== null && isSame({ pid: Number(name), birth })) return true
    rmSync(path, { force: true })
    return false
  })
  return living.length > 0
}
