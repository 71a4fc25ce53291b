import type { Readable } from 'node:stream'
import { CSV_COLUMN_NAMES, type CsvColumnName, csvColumn, isCsvColumn } from '@/lib/orders/csv-columns'
import { orderNumberKey } from '@/lib/orders/order'
import type { CsvRow, RowProblem } from '@/lib/orders/order-from-rows'
import { type CsvRecord, CsvSyntaxError, readCsv } from './read-csv'

/** What the first reading of an orders file finds out. */
export type Survey = {
  columns: CsvColumnName[]
  /** How many rows each order has, by its number's key. */
  rows: Map<string, number>
  /** Orders with a row that is none. */
  broken: Set<string>
  problems: RowProblem[]
  /** Nothing of the file can be imported. */
  unusable: boolean
}

/** A record as a row of an order; without one, the reason. `key` is null where no order is named. */
export function rowOf(
  { line, fields }: CsvRecord,
  columns: readonly CsvColumnName[],
): { key: string | null; row: CsvRow | null; problem: RowProblem | null } {
  const filled = columns.flatMap((column, place) => {
    const text = fields[place]
    return text ? [[column, text] as const] : []
  })
  const row = { line, fields: new Map(filled) }
  const number = row.fields.get('number')
  const key = number === undefined ? null : orderNumberKey(number)
  if (fields.length !== columns.length) {
    const detail = `has ${fields.length} fields, the first line has ${columns.length}`
    return { key, row: null, problem: { line, column: null, detail } }
  }
  const garbled = filled.find(([, text]) => text.includes('\ufffd'))
  if (garbled)
    return {
      key,
      row: null,
      problem: { line, column: garbled[0], detail: 'is no UTF-8: save the file as UTF-8' },
    }
  if (key === null) return { key, row: null, problem: { line, column: 'number', detail: 'is missing' } }
  return { key, row, problem: null }
}

function readHeader({ line, fields }: CsvRecord): { columns: CsvColumnName[]; problems: RowProblem[] } {
  const names = fields.map((name) => name.trim().toLowerCase())
  const missing = CSV_COLUMN_NAMES.filter((name) => csvColumn(name).required && !names.includes(name))
  return {
    columns: names.filter(isCsvColumn),
    problems: [
      ...names
        .filter((name) => !isCsvColumn(name))
        .map((column) => ({ line, column, detail: 'is no column of an orders file' })),
      ...names
        .filter((name, place) => names.indexOf(name) < place)
        .map((column) => ({ line, column, detail: 'stands there twice' })),
      ...missing.map((column) => ({ line, column, detail: 'is missing in the first line' })),
    ],
  }
}

/** Reads an orders file once, without keeping its rows: which columns it has, how many rows each order has, what is wrong. */
export async function surveyOrdersFile(source: Readable, delimiter: string): Promise<Survey> {
  const survey: Survey = { columns: [], rows: new Map(), broken: new Set(), problems: [], unusable: true }
  let isHeader = true
  try {
    for await (const record of readCsv(source, delimiter)) {
      if (isHeader) {
        isHeader = false
        Object.assign(survey, readHeader(record))
        if (survey.problems.length > 0) return survey
        continue
      }
      const { key, row, problem } = rowOf(record, survey.columns)
      if (problem) survey.problems.push(problem)
      if (key && row) survey.rows.set(key, (survey.rows.get(key) ?? 0) + 1)
      else if (key) survey.broken.add(key)
    }
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error
    survey.problems.push({ line: error.line, column: null, detail: `${error.message}; nothing is imported` })
    return survey
  }
  if (isHeader) survey.problems.push({ line: 1, column: null, detail: 'the file is empty' })
  return { ...survey, unusable: isHeader }
}
