import { pipeline, type Readable } from 'node:stream'
import { CsvError, type InfoRecord, parse } from 'csv-parse'

/** A row of a file with the line it ends on; the first one is 1. */
export type CsvRecord = { line: number; fields: string[] }

/** The file is no CSV from `line` on; the message says why. */
export class CsvSyntaxError extends Error {
  override name = 'CsvSyntaxError'
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message)
  }
}

/** A quote that is never closed would take in the rest of the file. */
const MOST_CHARACTERS = 1_000_000

type Parsed = { record: string[]; info: Pick<InfoRecord, 'lines'> }

/**
 * Reads rows as they come: comma, semicolon or tab (`delimiter`), quotes doubled inside quotes, empty lines passed over.
 * Throws a {@link CsvSyntaxError}.
 */
export async function* readCsv(source: Readable, delimiter: string): AsyncGenerator<CsvRecord> {
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    max_record_size: MOST_CHARACTERS,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  })
  // The iteration below throws what the pipeline reports.
  const records: AsyncIterable<Parsed> = pipeline(source, parser, () => {})
  try {
    for await (const { record, info } of records) yield { line: info.lines, fields: record }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new CsvSyntaxError(error.message, parser.info.lines)
  }
}

/** The delimiter of a file by its header: whichever of the three stands there most often. */
export const delimiterOf = (header: string): string =>
  [',', ';', '\t'].reduce((best, one) => (header.split(one).length > header.split(best).length ? one : best))
