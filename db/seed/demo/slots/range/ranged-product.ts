/** Something in a demo shop's catalogue that no order of the list holds. */
export type RangedProduct = {
  /** The shop's own id of it, and its SKU. */
  sku: string
  /** In the shop's own language. */
  title: string
  /** Minor units, tax included. */
  price: number
  priceBefore?: number
  category: string
  tags: readonly string[]
  /** One of the shop's pictures that shows it, too. */
  picture?: string
  soldOut?: true
}
