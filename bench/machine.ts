import { execFileSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem, type } from 'node:os'

/** The machine in one line. */
export const machine = (): string => {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const load = loadavg()[0]?.toFixed(1) ?? '?'
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GiB, load ${load} before, ${type()} ${release()}, Node ${process.versions.node}`
}

/** The first line that a program says of its version; null where it is not there. */
export function versionOf(program: string): string | null {
  try {
    return (
      execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split(
        '\n',
      )[0] ?? null
    )
  } catch {
    // Not installed: whoever asks has another way.
    return null
  }
}
