/** What goes with what, from scratch: the plainest way to count. */
export type Counted = {
  orders: number
  sales: Record<string, number>
  /** By `product/other`. */
  pairs: Record<string, number>
}

/** Counts orders by the products of each; more than forty different ones are no basket. */
export function recount(orders: readonly (readonly string[])[]): Counted {
  const counted: Counted = { orders: 0, sales: {}, pairs: {} }
  for (const order of orders) {
    const keys = [...new Set(order)]
    if (keys.length === 0 || keys.length > 40) continue
    counted.orders++
    for (const key of keys) {
      counted.sales[key] = (counted.sales[key] ?? 0) + 1
      for (const other of keys)
        if (other !== key) counted.pairs[`${key}/${other}`] = (counted.pairs[`${key}/${other}`] ?? 0) + 1
    }
  }
  return counted
}
