import type { Entry } from '@/lib/catalogue/entry'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { type Imported, importEntries } from './import-entries'
import { type ImportOutcome, keepImport } from './keep-import'

const asImported = (outcome: ImportOutcome): Imported => {
  if (outcome === 'unchanged') throw new Error('a file has no condition')
  return outcome
}

/** Imports items of a file that somebody has at hand; of a `full` one, what earlier files told and this one leaves out is gone. */
export const importFile = async (
  context: Context,
  shopId: ShopId,
  options: { full: boolean },
  entries: AsyncIterable<Entry>,
): Promise<Imported> =>
  asImported(
    await keepImport(context, shopId, 'file', () =>
      importEntries(context, shopId, { source: 'file', ...options }, entries),
    ),
  )
