import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ShopTx, withShop } from '@/db/with-shop'
import { newId, parseShopId } from '@/lib/core/ids'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await database.owner.sql`create table counters (id integer primary key, value integer not null)`
  await database.owner.sql`insert into counters values (1, 0), (2, 0)`
})
afterAll(() => database.drop())

const shopId = parseShopId(newId())
const currentShop = async (db: Pick<ShopTx, 'execute'>) => {
  const [row] = await db.execute<{ shop: string | null }>(
    sql`select nullif(current_setting('app.shop_id', true), '') as shop`,
  )
  return row?.shop ?? null
}
const quiet = { random: () => 0, sleep: async () => {} }
const refusal = (code: string) => Object.assign(new Error(`refused with ${code}`), { code })

describe('withShop', () => {
  it('acts as the shop inside the transaction and as nobody after it', async () => {
    expect(await withShop(database.app.db, shopId, currentShop)).toBe(shopId)
    for (let tries = 0; tries < 20; tries++) expect(await currentShop(database.app.db)).toBeNull()
  })

  it('keeps nothing of work that failed', async () => {
    const work = async (tx: ShopTx) => {
      await tx.execute(sql`update counters set value = value + 100 where id = 1`)
      throw new Error('changed my mind')
    }
    await expect(withShop(database.app.db, shopId, work)).rejects.toThrow('changed my mind')
    expect(await database.app.sql`select value from counters where id = 1`).toEqual([{ value: 0 }])
  })

  it('takes no text for a shop, even when the types were talked out of it', async () => {
    const forged = JSON.parse(`"x'; drop table counters; --"`)
    await expect(withShop(database.app.db, forged, currentShop)).rejects.toThrow(/UUID/i)
  })

  it('solves a deadlock of two by doing one of them again', async () => {
    let waiting = 0
    let go = () => {}
    const bothHoldOne = new Promise<void>((resolve) => {
      go = resolve
    })
    const raise = (first: number, second: number) =>
      withShop(database.app.db, shopId, async (tx) => {
        await tx.execute(sql`update counters set value = value + 1 where id = ${first}`)
        if (++waiting === 2) go()
        await bothHoldOne
        await tx.execute(sql`update counters set value = value + 1 where id = ${second}`)
      })
    await Promise.all([raise(1, 2), raise(2, 1)])
    expect(waiting).toBe(3)
    expect(await database.app.sql`select value from counters order by id`).toEqual([
      { value: 2 },
      { value: 2 },
    ])
  })

  it.each(['40001', '40P01'])('gives %s five tries with growing, spread waits', async (code) => {
    let tries = 0
    const waits: number[] = []
    const work = async () => {
      tries++
      throw new Error('wrapped', { cause: refusal(code) })
    }
    const sleep = async (milliseconds: number) => {
      waits.push(milliseconds)
    }
    await expect(withShop(database.app.db, shopId, work, { random: () => 0.5, sleep })).rejects.toThrow(
      'wrapped',
    )
    expect(tries).toBe(5)
    expect(waits).toEqual([10, 20, 40, 80])
  })

  it('does not repeat what fails for another reason', async () => {
    let tries = 0
    const work = async () => {
      tries++
      throw refusal('23505')
    }
    await expect(withShop(database.app.db, shopId, work, quiet)).rejects.toThrow('23505')
    expect(tries).toBe(1)
  })
})
