import { z } from 'zod'
import type { Entry } from '@/lib/catalogue/entry'
import { SourceError } from '@/lib/catalogue/source-error'
import { readWooProduct, readWooVariation } from '@/lib/catalogue/woocommerce/read-woo-product'
import type { WooProduct } from '@/lib/catalogue/woocommerce/woo-product'
import type { Context } from '@/lib/services/context'
import { fetchPage, type Sleep } from './fetch-page'

/** WooCommerce gives no more at once. */
const PAGE_PRODUCTS = 100
const MOST_PAGES = 10_000

const page = z.array(z.unknown())

type Source = {
  context: Pick<Context, 'fetch'>
  base: string
  currency: string
  headers: Readonly<Record<string, string>>
  wait: Sleep
}

/** Every member of a list, until `X-WP-TotalPages` is reached or a page is not full. */
async function* membersOf(
  { context, base, headers, wait }: Source,
  path: string,
  what: string,
): AsyncGenerator<{ json: unknown; place: string }> {
  const join = path.includes('?') ? '&' : '?'
  for (let number = 1; number <= MOST_PAGES; number++) {
    const url = `${base}${path}${join}per_page=${PAGE_PRODUCTS}&page=${number}`
    const answer = await fetchPage(context, url, `${what} page ${number}`, headers, wait)
    const parsed = page.safeParse(answer.json)
    if (!parsed.success) throw new SourceError(`${what} page ${number}: is no list`)
    for (const [index, json] of parsed.data.entries())
      yield { json, place: `${what} page ${number}, ${index + 1}` }
    const pages = Number(answer.headers.get('x-wp-totalpages'))
    if (pages > 0 ? number >= pages : parsed.data.length < PAGE_PRODUCTS) return
  }
  throw new SourceError(`${what}: there are more than ${MOST_PAGES} pages`)
}

async function* variationsOf(source: Source, product: WooProduct): AsyncGenerator<Entry> {
  const path = `/products/${encodeURIComponent(product.id)}/variations`
  for await (const { json, place } of membersOf(source, path, `product ${product.id},`)) {
    const entry = readWooVariation(product, json, place, source.currency)
    if (entry) yield entry
  }
}

/**
 * The published products of a WooCommerce shop, page by page (https://developer.woocommerce.com/docs/apis/rest-api/v3/products/),
 * and the variations of those that have some. `base` is the shop's address, or its `/wp-json/wc/v3`.
 */
export async function* readWooPages(
  context: Pick<Context, 'fetch'>,
  url: string,
  currency: string,
  headers: Readonly<Record<string, string>>,
  wait: Sleep,
): AsyncGenerator<Entry> {
  const shop = url.replace(/\/+$/, '')
  const base = shop.endsWith('/wp-json/wc/v3') ? shop : `${shop}/wp-json/wc/v3`
  const source = { context, base, currency, headers, wait }
  for await (const { json, place } of membersOf(
    source,
    '/products?status=publish&orderby=id&order=asc',
    'products',
  )) {
    const read = readWooProduct(json, place, currency)
    if ('entries' in read) yield* read.entries
    else yield* variationsOf(source, read.variable)
  }
}
