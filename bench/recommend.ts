import { sql } from 'drizzle-orm'
import { type RecommendedRow, recommendationsSql } from '@/db/queries/recommendations'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { deleteShop } from '@/lib/services/delete-shop'
import { recountBaskets } from '@/lib/services/recommend/recount-baskets'
import { runBasketWork } from '@/lib/services/recommend/run-basket-work'
import type { Baskets } from './baskets'
import { ORIGIN, openShopWith, writeOrders } from './fill-baskets'
import { median } from './median'
import { random } from './random'

/** Every fifth order is held back; more trials than this only take longer. */
const HELD_BACK = 0.2
const MOST_TRIALS = 600
const SEED = 20_260_101

type Trial = { rest: string[]; left: string }

export type Recommendations = {
  from: string
  counted: number
  trials: number
  /** Shares of the trials whose product was among three. */
  hits: { recommended: number; bestSellers: number }
  /** Of all that was recommended: what it was recommended for, in shares. */
  why: Record<string, number>
  countedInMs: number
  medianMs: number
}

/** The orders to count, and of those held back every product once as the one to guess, in an order that means nothing. */
function split({ orders }: Baskets): { counted: string[][]; trials: Trial[] } {
  const next = random(SEED)
  const counted: string[][] = []
  const trials: (Trial & { at: number })[] = []
  for (const order of orders) {
    if (next() >= HELD_BACK) counted.push(order)
    else if (order.length > 1)
      for (const left of order) trials.push({ rest: order.filter((key) => key !== left), left, at: next() })
  }
  return { counted, trials: trials.toSorted((a, b) => a.at - b.at).slice(0, MOST_TRIALS) }
}

async function recommend(
  context: Context,
  shopId: ShopId,
  orderId: string,
  objects: boolean,
): Promise<{ rows: RecommendedRow[]; ms: number }> {
  return withShop(context.db, shopId, async (tx) => {
    const started = performance.now()
    const order = sql`${orderId}::uuid`
    const [found] = await tx.execute<{ rows: RecommendedRow[] }>(
      sql`select ${recommendationsSql(shopId, { order, objects, origins: [ORIGIN] })} as rows`,
    )
    return { rows: found?.rows ?? [], ms: performance.now() - started }
  })
}

/**
 * How often the product that was left out of a held-back order is among the three that the page would recommend with the rest, beside
 * what it recommends to who objects: what sells best. Both by the very statement that the page is read with.
 */
export async function measureRecommendations(context: Context, baskets: Baskets): Promise<Recommendations> {
  const { counted, trials } = split(baskets)
  const shopId = await openShopWith(context, baskets)
  try {
    await writeOrders(context, shopId, counted)
    await withShop(context.db, shopId, (tx) => recountBaskets(tx, shopId, context.now()))
    const started = performance.now()
    await runBasketWork(context, shopId, shopId)
    const countedInMs = performance.now() - started
    const orderIds = await writeOrders(
      context,
      shopId,
      trials.map(({ rest }) => rest),
    )
    const hits = { recommended: 0, bestSellers: 0 }
    const why: Record<string, number> = {}
    const times: number[] = []
    let all = 0
    for (const [index, { left }] of trials.entries()) {
      const orderId = orderIds[index] ?? ''
      const { rows, ms } = await recommend(context, shopId, orderId, false)
      const best = await recommend(context, shopId, orderId, true)
      times.push(ms)
      if (rows.some(({ title }) => title === left)) hits.recommended++
      if (best.rows.some(({ title }) => title === left)) hits.bestSellers++
      for (const row of rows) why[row.why] = (why[row.why] ?? 0) + 1
      all += rows.length
    }
    return {
      ...{ from: baskets.from, counted: counted.length, trials: trials.length, countedInMs },
      hits: { recommended: hits.recommended / trials.length, bestSellers: hits.bestSellers / trials.length },
      why: Object.fromEntries(Object.entries(why).map(([name, times]) => [name, times / all])),
      medianMs: median(times),
    }
  } finally {
    await deleteShop(context, shopId)
  }
}
