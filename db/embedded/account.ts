import { statSync } from 'node:fs'

/** Whom the server runs as: the one account besides root that every system lists (`initdb` looks it up) and nobody logs in to. */
const NOBODY = { uid: 65_534, gid: 65_534 } as const

export type Account = { uid: number; gid: number }

/**
 * PostgreSQL refuses root, so as root it runs as the owner of its data, or as nobody.
 * Null: as ourselves.
 */
export function serverAccount(pgData: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(pgData, { throwIfNoEntry: false })
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY
}
