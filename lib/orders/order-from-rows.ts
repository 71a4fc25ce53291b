import { pointerOf } from '@/lib/core/field-error'
import { CSV_COLUMN_NAMES, type CsvColumn, type CsvColumnName, type CsvKind, csvColumn } from './csv-columns'

/** One row of an orders file: its line in the file, and what it fills in. */
export type CsvRow = { line: number; fields: ReadonlyMap<CsvColumnName, string> }

/** A field that can't be used: where it stands, and why. */
export type RowProblem = { line: number; column: string | null; detail: string }

export type OrderFromRows = {
  /** To be validated like the body of a PUT. */
  body: Record<string, unknown>
  problems: RowProblem[]
  /** Where a part of the body came from, by its JSON pointer. */
  sourceOf: (pointer: string) => { line: number; column: string | null }
}

type Value = string | number | readonly string[] | Readonly<Record<string, string>>

const NOT_READ = Symbol('not read')

const READERS = {
  text: (text) => text,
  whole: (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : NOT_READ),
  share: (text) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : NOT_READ),
  list: (text) => text.split('|').flatMap((part) => part.trim() || []),
  pairs: (text) => {
    const pairs = text.split('|').map((part) => part.split('='))
    const isPair = ([name, value]: string[]) => Boolean(name?.trim()) && value !== undefined
    if (!pairs.every(isPair)) return NOT_READ
    return Object.fromEntries(pairs.map(([name = '', ...value]) => [name.trim(), value.join('=').trim()]))
  },
} as const satisfies Record<CsvKind, (text: string) => Value | typeof NOT_READ>

const EXPECTED = {
  text: '',
  whole: 'is no whole number (amounts are minor units: 18990 for 189.90)',
  share: 'is no share between 0 and 1 (0.19 for 19 %)',
  list: '',
  pairs: 'is no list like size=M|colour=Enzian',
} as const satisfies Record<CsvKind, string>

const columnsOf = (of: CsvColumn['of']) => CSV_COLUMN_NAMES.filter((name) => csvColumn(name).of === of)
const ORDER_COLUMNS = columnsOf('order').filter((name) => csvColumn(name).path.length > 0)
const LINE_COLUMNS = columnsOf('line')

/** Puts a value into a body of plain objects; `0` is a list's only place. */
function put(body: Record<string, unknown>, [head = '', ...rest]: readonly string[], value: Value): void {
  if (rest.length === 0) body[head] = value
  else if (rest[0] === '0') {
    const [first] = Array.isArray(body[head]) ? body[head] : [{}]
    put(first, rest.slice(1), value)
    body[head] = [first]
  } else {
    const inner = body[head]
    const part: Record<string, unknown> = typeof inner === 'object' && inner !== null ? { ...inner } : {}
    put(part, rest, value)
    body[head] = part
  }
}

type Parcel = { carrier: string | null; number: string; lines: { id: string; quantity: number }[] }

/** Puts the rows of one order together to the body that `PUT /api/v1/orders/{number}` takes. Pure; the body is not validated yet. */
export function orderFromRows(rows: readonly CsvRow[]): OrderFromRows {
  const problems: RowProblem[] = []
  const sources = new Map<string, { line: number; column: string | null }>()
  const first = { line: rows[0]?.line ?? 1, column: null }

  const read = (row: CsvRow, column: CsvColumnName): Value | undefined => {
    const text = row.fields.get(column)
    if (text === undefined) return undefined
    const value = READERS[csvColumn(column).kind](text)
    if (value !== NOT_READ) return value
    problems.push({ line: row.line, column, detail: `«${text}» ${EXPECTED[csvColumn(column).kind]}` })
    return undefined
  }
  const note = (path: readonly PropertyKey[], line: number, column: CsvColumnName) =>
    sources.set(pointerOf(path), { line, column })
  /** The first row that fills a column in; another that says something else contradicts it. */
  const agreed = (among: readonly CsvRow[], column: CsvColumnName): CsvRow | undefined => {
    const said = among.filter((row) => row.fields.has(column))
    const [spoken] = said
    const text = spoken?.fields.get(column)
    for (const row of said)
      if (row.fields.get(column) !== text)
        problems.push({
          line: row.line,
          column,
          detail: `says something else than line ${spoken?.line}: «${text}»`,
        })
    if (!spoken && csvColumn(column).required)
      problems.push({ line: among[0]?.line ?? first.line, column, detail: 'is missing' })
    return spoken
  }

  const body: Record<string, unknown> = {}
  for (const column of ORDER_COLUMNS) {
    const row = agreed(rows, column)
    const value = row && read(row, column)
    note(csvColumn(column).path, row?.line ?? first.line, column)
    if (value !== undefined) put(body, csvColumn(column).path, value)
  }

  const byLine = new Map<string, CsvRow[]>()
  for (const row of rows) {
    const id = row.fields.get('line_id')
    if (id === undefined) problems.push({ line: row.line, column: 'line_id', detail: 'is missing' })
    else byLine.set(id, [...(byLine.get(id) ?? []), row])
  }
  const parcels = new Map<string, Parcel>()
  const lines = [...byLine].map(([id, told], position) => {
    const line: Record<string, unknown> = {}
    for (const column of LINE_COLUMNS) {
      const row = agreed(told, column)
      const value = row && read(row, column)
      note(['lines', position, ...csvColumn(column).path], row?.line ?? told[0]?.line ?? first.line, column)
      if (value !== undefined) put(line, csvColumn(column).path, value)
    }
    for (const row of told) {
      const number = row.fields.get('parcel_number')
      if (number === undefined) {
        if (told.length > 1)
          problems.push({
            line: row.line,
            column: 'line_id',
            detail: `the line ${id} occurs twice; name a parcel_number in each of its rows`,
          })
        continue
      }
      const carrier = row.fields.get('parcel_carrier') ?? null
      const key = JSON.stringify([carrier, number])
      const parcel = parcels.get(key) ?? { carrier, number, lines: [] }
      const place = [...parcels.keys()].includes(key) ? [...parcels.keys()].indexOf(key) : parcels.size
      parcels.set(key, parcel)
      if (parcel.lines.some((held) => held.id === id))
        problems.push({ line: row.line, column: 'parcel_number', detail: `holds the line ${id} already` })
      const quantity = read(row, 'parcel_quantity') ?? line.quantity
      note(['parcels', place, 'number'], row.line, 'parcel_number')
      note(['parcels', place, 'carrier'], row.line, 'parcel_carrier')
      note(['parcels', place, 'lines', parcel.lines.length, 'quantity'], row.line, 'parcel_quantity')
      if (typeof quantity === 'number') parcel.lines.push({ id, quantity })
    }
    return line
  })

  return {
    body: { ...body, lines, ...(parcels.size > 0 && { parcels: [...parcels.values()] }) },
    problems,
    sourceOf: (pointer) => {
      for (let part = pointer; part; part = part.slice(0, part.lastIndexOf('/'))) {
        const source = sources.get(part)
        if (source) return source
      }
      // A whole group: its first column.
      const within = [...sources].find(([known]) => known.startsWith(`${pointer}/`))
      return within?.[1] ?? first
    },
  }
}
