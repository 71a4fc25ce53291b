import { sql } from 'drizzle-orm'
import { type ShopId, shopIdSchema } from '@/lib/core/ids'
import type { Database } from './client'
import { isSerializationFailure } from './serialization-failure'

type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

const shopOf: unique symbol = Symbol('the shop of this transaction')

/** A transaction that sees one shop's rows and no other's; only `withShop` makes one, and it doesn't nest. */
export type ShopTx = Omit<Transaction, 'transaction'> & { readonly [shopOf]: ShopId }

export type RetryOptions = {
  /** Spreads the waits of those that collided; between 0 and 1. */
  random?: () => number
  sleep?: (milliseconds: number) => Promise<void>
}

const MAX_TRIES = 5
const FIRST_WAIT_MILLISECONDS = 10

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/**
 * Runs `work` in one transaction as one shop. Tries again, from the start, when the database gave the
 * transaction up for another one (a serialisation failure, a deadlock): `work` must have no effect outside it.
 */
export async function withShop<T>(
  db: Database,
  shopId: ShopId,
  work: (tx: ShopTx) => Promise<T>,
  { random = Math.random, sleep = pause }: RetryOptions = {},
): Promise<T> {
  // A literal, since set_config is not carried to the workers of a distributed Postgres; so it is parsed once more.
  const enter = sql.raw(`set local app.shop_id = '${shopIdSchema.parse(shopId)}'`)
  const attempt = () =>
    db.transaction(async (tx) => {
      await tx.execute(enter)
      return work(Object.assign(tx, { [shopOf]: shopId }))
    })
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (tries === MAX_TRIES || !isSerializationFailure(error)) throw error
      await sleep(FIRST_WAIT_MILLISECONDS * 2 ** tries * random())
    }
  }
}
