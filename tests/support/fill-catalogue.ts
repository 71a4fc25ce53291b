import { feedBodySchema } from '@/lib/catalogue/feed-body'
import { importFile } from '@/lib/services/catalogue/import-file'
import { writeFeed } from '@/lib/services/catalogue/write-feed'
import { entriesOf, item } from './catalogue'
import type { TestContext, TestShop } from './context'

/** A product, where others would come from, and the report of an import. */
export async function fillCatalogue(context: TestContext, { id }: TestShop): Promise<void> {
  const feed = { kind: 'google', url: 'http://127.0.0.1:1/feed.xml' }
  await writeFeed(context, id, 'merchant', feedBodySchema.parse(feed))
  await importFile(context, id, { full: false }, entriesOf([item('hose', { sku: 'HOSE-M' })]))
}
