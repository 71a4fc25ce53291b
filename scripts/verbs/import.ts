import { createReadStream } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { CSV_COLUMN_NAMES, csvColumn } from '@/lib/orders/csv-columns'
import { importOrders } from '@/lib/services/import-orders'
import { namedShop } from './named-shop'
import { defineVerb, RefusedError } from './verb'

const WIDTH = 22

const columns = CSV_COLUMN_NAMES.map((name) => {
  const { required, help } = csvColumn(name)
  return `  ${`${name}${required ? ' *' : ''}`.padEnd(WIDTH)}${help}`.trimEnd()
}).join('\n')

export const importVerb = defineVerb({
  summary: 'import orders from a CSV file',
  positionals: ['shop', 'file'],
  usage: '<shop> orders.csv',
  help: `UTF-8, separated by commas, semicolons or tabs; the first line names the columns (* is needed), in any order:

${columns}

One row a line of an order; rows with the same number are one order, wherever they stand. What is said of the order stands
in one of its rows or is the same in all. A line that lies in two parcels has two rows with the same line_id.

Every bad field is told with its line; its order is left out whole, the others are imported, and the exit code is 1.
An order that is there already is written anew, so the same file again makes nothing twice.`,
  options: {},
  run: async ({ positionals: { shop, file }, context, out, err }) => {
    await access(file, constants.R_OK).catch((error: NodeJS.ErrnoException) => {
      throw new RefusedError(`${file} can't be read: ${error.code ?? error.message}`)
    })
    const running = await context()
    const shopId = await namedShop(running, shop)
    const { created, updated, refused, problems } = await importOrders(
      running,
      shopId,
      () => createReadStream(file, 'utf8'),
      ({ line, column, detail }) => err(`line ${line}${column ? `, ${column}` : ''}: ${detail}`),
    )
    out(`${created} created, ${updated} updated, ${refused} refused`)
    return problems > 0 ? 1 : 0
  },
})
