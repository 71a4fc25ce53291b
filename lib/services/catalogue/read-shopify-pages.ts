import { z } from 'zod'
import type { Entry } from '@/lib/catalogue/entry'
import { readShopifyProduct, type ShopifySite } from '@/lib/catalogue/shopify/read-shopify-product'
import { SourceError } from '@/lib/catalogue/source-error'
import type { Context } from '@/lib/services/context'
import { fetchPage, type Sleep } from './fetch-page'

const PAGE_PRODUCTS = 250
const MOST_PAGES = 1_000

const page = z.object({ products: z.array(z.unknown()) })

/** The products of a Shopify storefront, page by page, until one is empty. `base` is the shop's origin, or a collection's address. */
export async function* readShopifyPages(
  context: Pick<Context, 'fetch'>,
  base: string,
  site: ShopifySite,
  headers: Readonly<Record<string, string>>,
  wait: Sleep,
): AsyncGenerator<Entry> {
  const address = base.replace(/\/(?:products\.json)?$/, '')
  for (let number = 1; number <= MOST_PAGES; number++) {
    const url = `${address}/products.json?limit=${PAGE_PRODUCTS}&page=${number}`
    const { json } = await fetchPage(context, url, `page ${number}`, headers, wait)
    const parsed = page.safeParse(json)
    if (!parsed.success) throw new SourceError(`page ${number}: is no list of products`)
    if (parsed.data.products.length === 0) return
    for (const [index, product] of parsed.data.products.entries())
      yield* readShopifyProduct(product, `page ${number}, product ${index + 1}`, site)
  }
  throw new SourceError(`there are more than ${MOST_PAGES} pages`)
}
