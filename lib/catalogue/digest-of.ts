import { createHash } from 'node:crypto'
import type { CatalogueItem } from './catalogue-item'

const LENGTH = 22

/** Tells an item that changed from one that was told again. */
export const digestOf = (item: CatalogueItem): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        item.product,
        item.sku,
        item.title,
        item.url,
        item.image,
        item.price,
        item.priceBefore,
        item.currency,
        item.category,
        item.tags,
        item.brand,
        item.gtin,
        item.inStock,
      ]),
    )
    .digest('base64url')
    .slice(0, LENGTH)
