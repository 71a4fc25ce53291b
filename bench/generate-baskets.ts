import type { Baskets } from './baskets'
import { random } from './random'

type Size = { products: number; orders: number; seed: number }

const PER_CATEGORY = 25
const PER_OCCASION = 6

/** How a basket goes on after its first product: the rest is bought for its own sake. */
const FOR_THE_OCCASION = 0.35
const FROM_THE_CATEGORY = 0.15
/** And how likely it goes on at all. */
const GOES_ON = 0.6
const MOST = 12

/**
 * A shop that doesn't exist. A product's popularity falls with its rank (1 / rank^0.8). Each belongs to one category, whose
 * neighbours are alike, and to one occasion, whose six products have nothing else in common. A basket begins with a product by
 * popularity; every further one is for the first one's occasion, from its category, or again by popularity.
 */
export function generateBaskets({ products: count, orders: total, seed }: Size): Baskets {
  const next = random(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  const ranks = Array.from({ length: count }, (_, index) => index)
  const shuffled = (): number[] => {
    const list = [...ranks]
    for (let at = list.length - 1; at > 0; at--) {
      const other = below(at + 1)
      const [a = 0, b = 0] = [list[at], list[other]]
      list[at] = b
      list[other] = a
    }
    return list
  }
  const groups = (size: number) => {
    const list = shuffled()
    const groupOf = new Map(list.map((rank, index) => [rank, Math.floor(index / size)]))
    return {
      of: (rank: number) => groupOf.get(rank) ?? 0,
      one: (group: number) => list[Math.min(list.length - 1, group * size + below(size))] ?? 0,
    }
  }
  const [categories, occasions] = [groups(PER_CATEGORY), groups(PER_OCCASION)]
  const sums: number[] = []
  for (const rank of ranks) sums.push((sums.at(-1) ?? 0) + (rank + 1) ** -0.8)
  const popular = (): number => {
    const wanted = next() * (sums.at(-1) ?? 0)
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
  const basket = (): string[] => {
    const first = popular()
    const ranksIn = new Set([first])
    while (ranksIn.size < MOST && next() < GOES_ON) {
      const why = next()
      if (why < FOR_THE_OCCASION) ranksIn.add(occasions.one(occasions.of(first)))
      else if (why < FOR_THE_OCCASION + FROM_THE_CATEGORY) ranksIn.add(categories.one(categories.of(first)))
      else ranksIn.add(popular())
    }
    return [...ranksIn].map((rank) => `p${rank}`)
  }
  return {
    from: `generated: ${count.toLocaleString('en')} products by popularity 1/rank^0.8, ${PER_CATEGORY} a category, ${PER_OCCASION} an occasion; ${total.toLocaleString('en')} orders, each further product ${FOR_THE_OCCASION * 100} % for the occasion, ${FROM_THE_CATEGORY * 100} % from the category, else by popularity; seed ${seed}`,
    products: ranks.map((rank) => ({ key: `p${rank}`, category: `c${categories.of(rank)}` })),
    orders: Array.from({ length: total }, basket),
  }
}
