import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'csv-parse'
import type { Baskets } from './baskets'

/**
 * Baskets of a file of one line for each product that was bought: the order in the first column, the product in the second, or
 * wherever a first line names `order` and `product`. Comma, semicolon or tab.
 */
export async function readBaskets(file: string): Promise<Baskets> {
  const orders = new Map<string, Set<string>>()
  const products = new Set<string>()
  let columns: [number, number] | null = null
  const rows = createReadStream(file).pipe(
    parse({
      delimiter: [',', ';', '\t'],
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      trim: true,
    }),
  )
  for await (const row of rows) {
    const cells: string[] = Array.isArray(row) ? row.map(String) : []
    if (columns === null) {
      const names = cells.map((cell) => cell.toLowerCase())
      const [order, product] = [names.indexOf('order'), names.indexOf('product')]
      columns = order >= 0 && product >= 0 ? [order, product] : [0, 1]
      if (order >= 0 && product >= 0) continue
    }
    const [order, product] = columns.map((column) => cells[column] ?? '')
    if (!order || !product) continue
    products.add(product)
    orders.set(order, (orders.get(order) ?? new Set()).add(product))
  }
  if (orders.size === 0) throw new Error(`${file} names no order with a product`)
  return {
    from: `${basename(file)}: ${products.size.toLocaleString('en')} products, ${orders.size.toLocaleString('en')} orders; it names no categories`,
    products: [...products].map((key) => ({ key, category: null })),
    orders: [...orders.values()].map((order) => [...order]),
  }
}
