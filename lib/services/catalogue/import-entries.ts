import { withShop } from '@/db/with-shop'
import type { CatalogueItem } from '@/lib/catalogue/catalogue-item'
import type { Entry, Position } from '@/lib/catalogue/entry'
import { emptyReport, type ImportReport, NAMED_REFUSALS } from '@/lib/catalogue/import-report'
import { SourceError } from '@/lib/catalogue/source-error'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { markLeftOut } from './mark-gone'
import { type Telling, touchItems, writeItems } from './write-items'

/** So many items are in memory, and in one transaction, at a time. */
const BATCH = 500

/** What came of it; `error`: the source ended before its end, and nothing counts as left out. */
export type Imported = { report: ImportReport; error: string | null }

const REPEATED = 'its id occurs before; what came first counts'
const TEXT_LENGTH = 300

/** As a report can keep it: half a character is none. */
const short = (text: string): string => text.slice(0, TEXT_LENGTH).replace(/\p{Surrogate}/gu, '\ufffd')

function refuse(report: ImportReport, { place, id }: Position, why: string): void {
  report.refused++
  if (report.refusals.length < NAMED_REFUSALS)
    report.refusals.push({ place, id: id === null ? null : short(id), why: short(why) })
}

async function* batchesOf(entries: AsyncIterable<Entry>): AsyncGenerator<Entry[]> {
  let batch: Entry[] = []
  let broken: SourceError | null = null
  try {
    for await (const entry of entries) {
      batch.push(entry)
      if (batch.length < BATCH) continue
      yield batch
      batch = []
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    broken = error
  }
  // What stood before the break is as good as ever.
  if (batch.length > 0) yield batch
  if (broken) throw broken
}

async function importBatch(
  { db, now }: Context,
  shopId: ShopId,
  batch: readonly Entry[],
  telling: Telling,
  report: ImportReport,
): Promise<void> {
  const items = new Map<string, { item: CatalogueItem; entry: Entry }>()
  const refused: string[] = []
  for (const entry of batch) {
    report.read++
    if ('why' in entry) {
      refuse(report, entry, entry.why)
      if (entry.id !== null) refused.push(entry.id)
    } else if (items.has(entry.item.key)) refuse(report, entry, REPEATED)
    else items.set(entry.item.key, { item: entry.item, entry })
  }
  const told = [...items.values()].map(({ item }) => item)
  const written = await withShop(db, shopId, async (tx) => {
    const done = await writeItems(tx, shopId, told, telling, now())
    await touchItems(tx, shopId, refused, telling)
    return done
  })
  report.new += written.new
  report.changed += written.changed
  report.unchanged += written.unchanged
  for (const key of written.repeated) {
    const told = items.get(key)
    if (told) refuse(report, told.entry, REPEATED)
  }
}

/**
 * Writes a source's items as they come, a few hundred at a time. An item that can't be used is reported and stays as it was.
 * Of a `full` source that was read to its end, and told something, what it leaves out is marked gone.
 */
export async function importEntries(
  context: Context,
  shopId: ShopId,
  { source, full }: { source: string; full: boolean },
  entries: AsyncIterable<Entry>,
): Promise<Imported> {
  const report = emptyReport()
  const telling: Telling = { source, at: context.now(), once: true }
  const batches = batchesOf(entries)
  try {
    for await (const batch of batches) await importBatch(context, shopId, batch, telling, report)
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return { report, error: error.message }
  }
  const isUsable = report.read > report.refused
  if (full && isUsable) report.gone = await markLeftOut(context, shopId, source, telling.at)
  return { report, error: isUsable ? null : 'it tells no item that can be used; nothing counts as left out' }
}
