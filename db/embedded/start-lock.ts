import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { despite } from './despite'
import { EmbeddedError } from './embedded-error'
import { isSame, type Process, thisProcess } from './processes'

const POLL_MILLISECONDS = 25
const WAIT_MILLISECONDS = 120_000

const pathOf = (dataDirectory: string) => join(dataDirectory, 'server.lock')
const read = (path: string): string | null => despite('ENOENT', () => readFileSync(path, 'utf8'))

const parse = (text: string): Process => {
  const [pid = '', birth = ''] = text.split('\n')
  return { pid: Number(pid), birth }
}

/**
 * Takes the lock under which the server is started, joined and stopped; false when a living process has it.
 * Only a dead process's lock is taken away. PostgreSQL's own `postmaster.pid` stands behind it as the last guard.
 */
export function tryLock(dataDirectory: string): boolean {
  const path = pathOf(dataDirectory)
  const held = read(path)
  if (held !== null && isSame(parse(held))) return false
  const me = thisProcess()
  const draft = `${path}.${me.pid}.${process.hrtime.bigint()}`
  if (held !== null) reapDead(path, draft, held)
  try {
    writeFileSync(draft, `${me.pid}\n${me.birth}`)
    // A link comes whole or not at all: nobody reads a lock without its owner.
    return despite('EEXIST', () => linkSync(draft, path)) !== null
  } finally {
    rmSync(draft, { force: true })
  }
}

function reapDead(path: string, draft: string, dead: string): void {
  despite('ENOENT', () => renameSync(path, draft))
  const taken = read(draft)
  // Somebody quicker put a living lock there in between: it goes back.
  if (taken !== null && taken !== dead) despite('EEXIST', () => linkSync(draft, path))
  rmSync(draft, { force: true })
}

export const unlock = (dataDirectory: string): void => rmSync(pathOf(dataDirectory), { force: true })

/** Runs `work` under the lock; throws an {@link EmbeddedError} when another process keeps it for two minutes. */
export async function withStartLock<T>(dataDirectory: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + WAIT_MILLISECONDS
  while (!tryLock(dataDirectory)) {
    if (Date.now() > deadline)
      throw new EmbeddedError(
        `Process ${parse(read(pathOf(dataDirectory)) ?? '').pid} has been starting the database in ${dataDirectory} for two minutes: end it.`,
      )
    await sleep(POLL_MILLISECONDS)
  }
  try {
    return await work()
  } finally {
    unlock(dataDirectory)
  }
}
