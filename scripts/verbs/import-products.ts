import { createReadStream } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { importFile } from '@/lib/services/catalogue/import-file'
import { readGoogleFeed } from '@/lib/services/catalogue/read-google-feed'
import { namedShop } from './named-shop'
import { defineVerb, RefusedError, UsageError } from './verb'

const SKUS = ['id', 'mpn', 'gtin'] as const

const isSku = (text: string): text is (typeof SKUS)[number] => SKUS.some((name) => name === text)

export const importProducts = defineVerb({
  summary: 'import products from a Merchant feed',
  positionals: ['shop', 'file'],
  usage: '<shop> feed.xml [--currency EUR] [--sku id|mpn|gtin] [--full]',
  help: `A Google Merchant feed: RSS, Atom, or a table with tabs, commas or semicolons; packed with gzip or not.

  --currency <code>   of prices that name none
  --sku <attribute>   which one stands as the SKU in the lines of orders: id (taken where nothing is said), mpn or gtin
  --full              what earlier files told and this one leaves out is no longer sold

Every entry that can't be used is told with its line; it stays as it was, the others are written, and the exit code is 1.
A file that breaks off counts as far as it goes, and nothing counts as left out. To have a feed fetched again and again:
PUT /api/v1/product-feeds/{name}.`,
  options: {
    currency: { type: 'string' },
    sku: { type: 'string' },
    full: { type: 'boolean' },
  },
  run: async ({ positionals: { shop, file }, values, context, out, err }) => {
    const { currency = null, sku = 'id', full = false } = values
    if (!isSku(sku)) throw new UsageError(`--sku is one of ${SKUS.join(', ')}`)
    if (currency !== null && !/^[A-Z]{3}$/.test(currency))
      throw new UsageError('--currency is a code like EUR')
    await access(file, constants.R_OK).catch((error: NodeJS.ErrnoException) => {
      throw new RefusedError(`${file} can't be read: ${error.code ?? error.message}`)
    })
    const running = await context()
    const shopId = await namedShop(running, shop)
    const entries = readGoogleFeed(createReadStream(file), { currency, sku, now: running.now() })
    const { report, error } = await importFile(running, shopId, { full }, entries)
    for (const { place, id, why } of report.refusals) err(`${place}${id ? `, ${id}` : ''}: ${why}`)
    const unnamed = report.refused - report.refusals.length
    if (unnamed > 0) err(`… and ${unnamed} more`)
    if (error !== null) err(error)
    out(
      `${report.read} read: ${report.new} new, ${report.changed} changed, ${report.unchanged} unchanged, ` +
        `${report.refused} refused; ${report.gone} gone`,
    )
    return report.refused > 0 || error !== null ? 1 : 0
  },
})
