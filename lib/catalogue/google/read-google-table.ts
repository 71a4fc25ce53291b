import { SourceError } from '@/lib/catalogue/source-error'
import { googleField } from './google-fields'
import type { GoogleFields } from './read-google-item'

type TableRecord = { line: number; fields: readonly string[] }

const NEEDED = ['id', 'title', 'link', 'price', 'availability'] as const

/**
 * Reads the rows of a Merchant feed that is a table (https://support.google.com/merchants/answer/160567): the first line names
 * the attributes, in any order; those that aren't read are passed over. A row of another length has no fields, only its line.
 */
export async function* readGoogleTable(
  records: AsyncIterable<TableRecord>,
): AsyncGenerator<{ line: number; fields: GoogleFields | null }> {
  let names: readonly (string | null)[] | null = null
  for await (const { line, fields } of records) {
    if (names === null) {
      const read = fields.map(googleField)
      const missing = NEEDED.filter((name) => !read.includes(name))
      if (missing.length > 0)
        throw new SourceError(`line ${line}: the first line doesn’t name ${missing.join(', ')}`)
      names = read
      continue
    }
    const row = new Map<string, string>()
    for (const [index, text] of fields.entries()) {
      const name = names[index]
      if (name && text !== '' && !row.has(name)) row.set(name, text)
    }
    yield { line, fields: fields.length === names.length ? row : null }
  }
  if (names === null) throw new SourceError('line 1: the file is empty')
}
