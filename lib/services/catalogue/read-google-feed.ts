import { Readable } from 'node:stream'
import type { Entry } from '@/lib/catalogue/entry'
import { type GoogleSettings, readGoogleItem } from '@/lib/catalogue/google/read-google-item'
import { readGoogleTable } from '@/lib/catalogue/google/read-google-table'
import { readGoogleXml } from '@/lib/catalogue/google/read-google-xml'
import { SourceError } from '@/lib/catalogue/source-error'
import { CsvSyntaxError, delimiterOf, readCsv } from '@/lib/services/read-csv'
import { decodeText } from './decode-text'
import { unpack } from './unpack'

/** The first line names a table's columns: longer than this it names none. */
const HEADER_CHARACTERS = 65_536

async function* prepended(first: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

async function* readTable(
  text: AsyncIterable<string>,
  delimiter: string,
): ReturnType<typeof readGoogleTable> {
  try {
    yield* readGoogleTable(readCsv(Readable.from(text), delimiter))
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error
    throw new SourceError(`line ${error.line}: ${error.message}`)
  }
}

/** As much of the beginning as tells XML from a table, and a table's columns apart. */
async function beginningOf(text: AsyncIterator<string>): Promise<string> {
  let beginning = ''
  while (beginning.length < HEADER_CHARACTERS) {
    const next = await text.next()
    if (next.done) break
    beginning += next.value
    if (/^\s*</.test(beginning) || beginning.trimStart().includes('\n')) break
  }
  return beginning
}

/**
 * Reads a Google Merchant feed of whatever form, RSS, Atom, or a table with tabs, commas or semicolons, packed or not, as it
 * comes. Throws a {@link SourceError} where it can't be read any further.
 */
export async function* readGoogleFeed(
  bytes: AsyncIterable<Uint8Array>,
  settings: GoogleSettings,
): AsyncGenerator<Entry> {
  const text = decodeText(unpack(bytes))
  const beginning = await beginningOf(text)
  // A program that prints an empty line first makes XML that begins too late.
  const trimmed = beginning.trimStart()
  const above = beginning.slice(0, beginning.length - trimmed.length).split('\n').length - 1
  const all = prepended(trimmed, text)
  const isXml = trimmed.startsWith('<')
  const header = trimmed.split('\n', 1)[0] ?? ''
  const items = isXml ? readGoogleXml(all) : readTable(all, delimiterOf(header))
  for await (const { line, fields } of items) {
    const position = { place: `line ${line + above}`, id: fields?.get('id') ?? null }
    if (fields) yield { ...position, ...readGoogleItem(fields, settings) }
    else yield { ...position, why: 'has another number of fields than the first line' }
  }
}
