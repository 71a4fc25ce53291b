import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs'

/** As root the database runs as nobody, who must be able to walk through, not to look around. */
const MODE = process.getuid?.() === 0 ? 0o711 : 0o700

/** Makes the data directory where it isn't there yet; answers its real path. */
export function makeDataDirectory(path: string): string {
  if (!existsSync(path)) {
    mkdirSync(path, { recursive: true })
    chmodSync(path, MODE)
  }
  return realpathSync(path)
}
