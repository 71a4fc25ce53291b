import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** What other processes may hide from us is null. */
const glimpse = <T>(look: () => T): T | null => {
  try {
    return look()
  } catch {
    return null
  }
}

const ps = (pid: number, column: string): string | null =>
  glimpse(() =>
    execFileSync('ps', ['-ww', '-o', `${column}=`, '-p', `${pid}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim(),
  )

/** State, then numbers, of `/proc/<pid>/stat` behind the name, which may hold any character. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const procStat = (pid: number): string[] | null =>
  glimpse(() =>
    readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' '),
  )

const START_TIME = 19

/** Whether the number is given to a process, be it a dead one that its parent has not buried. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether a process lives; one that is dead but not buried doesn't. */
export function isRunning(pid: number): boolean {
  const state = exists(pid) ? procStat(pid)?.[0] : 'X'
  return state !== 'Z' && state !== 'X'
}

/** When a process began, in words of its system: tells it from a later one that got the same number. */
const birthOf = (pid: number): string => procStat(pid)?.[START_TIME] ?? ps(pid, 'lstart') ?? ''

/** A process by number and birth. */
export type Process = { pid: number; birth: string }

export const thisProcess = (): Process => ({ pid: process.pid, birth: birthOf(process.pid) })

export const isSame = ({ pid, birth }: Process): boolean => isRunning(pid) && birthOf(pid) === birth

/** The command line of a process, or null when it is gone or hidden. */
export const commandLine = (pid: number): string | null =>
  glimpse(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()) ||
  ps(pid, 'args') ||
  null

const workingDirectory = (pid: number): string | null => glimpse(() => readlinkSync(`/proc/${pid}/cwd`))

const POSTGRES = /^("?\S*[\\/])?(postgres|postmaster)(\.exe)?"?[:\s]?/

/** Whether a process is a PostgreSQL server, as far as it shows, on this data directory. */
export function servesDirectory(pid: number, directory: string): boolean {
  if (!POSTGRES.test(commandLine(pid) ?? '')) return false
  const at = workingDirectory(pid)
  return at === null || at === directory
}

/** Every PostgreSQL process in a data directory: orphans of a killed server among them; empty where the system doesn't tell. */
export const serversIn = (directory: string): number[] =>
  (glimpse(() => readdirSync('/proc')) ?? [])
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingDirectory(pid) === directory && servesDirectory(pid, directory))
