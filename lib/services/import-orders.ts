import type { Readable } from 'node:stream'
import { type FieldError, fieldErrors } from '@/lib/core/field-error'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import { orderBodySchema, orderNumberSchema } from '@/lib/orders/order'
import { type CsvRow, orderFromRows, type RowProblem } from '@/lib/orders/order-from-rows'
import type { Context } from './context'
import { delimiterOf, readCsv } from './read-csv'
import { rowOf, surveyOrdersFile } from './survey-orders-file'
import { upsertOrder } from './upsert-order'

export type ImportCounts = { created: number; updated: number; refused: number; problems: number }

const HEADER_CHARACTERS = 65_536

async function firstLine(source: Readable): Promise<string> {
  let text = ''
  for await (const chunk of source) {
    text += String(chunk)
    if (text.includes('\n') || text.length > HEADER_CHARACTERS) break
  }
  return text.split('\n', 1)[0] ?? ''
}

async function importOne(
  context: Context,
  shopId: ShopId,
  rows: readonly CsvRow[],
): Promise<Result<{ created: boolean }, RowProblem[]>> {
  const { body, problems, sourceOf } = orderFromRows(rows)
  const line = rows[0]?.line ?? 1
  const number = orderNumberSchema.safeParse(rows[0]?.fields.get('number'))
  const parsed = orderBodySchema.safeParse(body)
  if (parsed.success && number.success && problems.length === 0)
    return ok(await upsertOrder(context, shopId, number.data, parsed.data))
  const located = ({ pointer, detail }: FieldError): RowProblem => ({ ...sourceOf(pointer), detail })
  const all = [
    ...problems,
    ...(number.success
      ? []
      : fieldErrors(number.error).map(({ detail }) => ({ line, column: 'number', detail }))),
    // What has no place of its own only follows from what has.
    ...(parsed.success ? [] : fieldErrors(parsed.error).map(located)).filter(
      ({ column }) => column !== null || problems.length === 0,
    ),
  ]
  // The first word on a field is the plainest; the others only say it again.
  const places = all.map((problem) => `${problem.line} ${problem.column}`)
  return fail(
    all.filter((_, index) => places.indexOf(places[index] ?? '') === index).sort((a, b) => a.line - b.line),
  )
}

/**
 * Imports orders from a CSV file (`CSV_COLUMNS`). `open` gives the file's bytes, several times: a first reading counts the rows of
 * each order, so that the second keeps only orders that are not complete yet. An order with a bad row is refused whole, every bad
 * field goes to `report`; the others are written like a PUT, so that the same file again makes nothing twice.
 */
export async function importOrders(
  context: Context,
  shopId: ShopId,
  open: () => Readable,
  report: (problem: RowProblem) => void,
): Promise<ImportCounts> {
  const delimiter = delimiterOf(await firstLine(open()))
  const survey = await surveyOrdersFile(open(), delimiter)
  const counts = { created: 0, updated: 0, refused: survey.broken.size, problems: survey.problems.length }
  for (const problem of survey.problems) report(problem)
  if (survey.unusable) return counts

  const waiting = new Map<string, CsvRow[]>()
  let isHeader = true
  for await (const record of readCsv(open(), delimiter)) {
    const { key, row } = rowOf(record, survey.columns)
    if (isHeader || !row || !key || survey.broken.has(key)) {
      isHeader = false
      continue
    }
    const rows = [...(waiting.get(key) ?? []), row]
    waiting.set(key, rows)
    if (rows.length < (survey.rows.get(key) ?? 0)) continue
    waiting.delete(key)
    const outcome = await importOne(context, shopId, rows)
    if (outcome.ok) counts[outcome.value.created ? 'created' : 'updated']++
    else {
      counts.refused++
      counts.problems += outcome.error.length
      for (const problem of outcome.error) report(problem)
    }
  }
  return counts
}
