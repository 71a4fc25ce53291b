import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Account } from './account'
import { type Binaries, binariesIn } from './binaries'
import { despite } from './despite'
import { findShelter } from './place'
import { canUse } from './reach'
import { say } from './say'

/** Only compilers want these. */
const LEFT_OUT = new Set(['.a', '.h', '.pc'])

/** The same programs where the server's account can run them: as they are, or copied once to a place of root's. */
export function reachableBinaries(binaries: Binaries, account: Account | null): Binaries {
  if (account === null || binaries.tree === null) return binaries
  const files = [binaries.postgres, binaries.initdb, join(binaries.tree, 'share/postgresql/postgres.bki')]
  if (files.every((file) => canUse(file, account))) return binaries
  const copy = join(findShelter(account), binaries.title.replaceAll(/[^\w.-]+/g, '-'))
  if (!existsSync(copy)) copyTree(binaries.tree, copy)
  return binariesIn(join(copy, 'bin'), binaries.major, binaries.title, copy)
}

function copyTree(from: string, to: string): void {
  say(
    `The database can't run as root, and other accounts can't enter ${from}; its programs are copied to ${to}.`,
  )
  const draft = `${to}.${process.pid}.draft`
  cpSync(from, draft, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !LEFT_OUT.has(extname(path)),
  })
  openToAll(draft)
  // Two processes may copy at once; either copy is good.
  despite('ENOTEMPTY', () => renameSync(draft, to))
  rmSync(draft, { recursive: true, force: true })
}

function openToAll(path: string): void {
  const at = lstatSync(path)
  if (at.isSymbolicLink()) return
  chmodSync(path, at.isDirectory() || at.mode & 0o100 ? 0o755 : 0o644)
  if (at.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
}
