/** The attributes that are read, by their documented names. */
const READ = new Set([
  'id',
  'item_group_id',
  'title',
  'link',
  'image_link',
  'price',
  'sale_price',
  'sale_price_effective_date',
  'availability',
  'product_type',
  'google_product_category',
  'brand',
  'gtin',
  'mpn',
  'custom_label_0',
  'custom_label_1',
  'custom_label_2',
  'custom_label_3',
  'custom_label_4',
])

/** `g:Sale Price` and `sale_price` are one attribute; null: one that isn't read. */
export function googleField(name: string): string | null {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/^g:/, '')
    .replace(/[\s-]+/g, '_')
  return READ.has(plain) ? plain : null
}
