/** Who bought what together, and what there is to buy. */
export type Baskets = {
  /** One line on where it comes from. */
  from: string
  products: { key: string; category: string | null }[]
  /** Keys of products, each once in an order. */
  orders: string[][]
}
