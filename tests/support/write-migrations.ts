import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes a folder of migrations as the generator does: one file each, in order. */
export function writeMigrations(folder: string, statements: readonly string[]): string {
  mkdirSync(join(folder, 'meta'), { recursive: true })
  const entries = statements.map((statement, idx) => {
    const tag = `${idx}`.padStart(4, '0')
    writeFileSync(join(folder, `${tag}.sql`), statement)
    return { idx, version: '7', when: 1_000 + idx, tag, breakpoints: true }
  })
  writeFileSync(
    join(folder, 'meta/_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
  )
  return folder
}
