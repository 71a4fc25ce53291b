import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { idempotencyKeys, shopHosts, walletCertificates } from '@/db/schema'
import { sqlState } from '@/db/sql-state'
import { withShop } from '@/db/with-shop'
import { newId, type ShopId } from '@/lib/core/ids'
import { lookUpOrder } from '@/lib/services/look-up-order'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { fillBaskets } from '@/tests/support/fill-baskets'
import { fillCare } from '@/tests/support/fill-care'
import { fillCatalogue } from '@/tests/support/fill-catalogue'
import { fillConsent } from '@/tests/support/fill-consent'
import { fillFeedback } from '@/tests/support/fill-feedback'
import { fillReturns } from '@/tests/support/fill-returns'
import { fillSlots } from '@/tests/support/fill-slots'
import { order, parcelUpdate, post, putOrder, scan } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

/** The named exceptions: they answer "whose is this?" before a shop is known. */
const SHARED = /^(lookup_.*|work_ready)$/

let database: TestDatabase
let context: TestContext
let tables: string[]
let a: TestShop
let b: TestShop

/** Brings a row into every table of a shop, by the ways that the program has. */
async function fill(shop: TestShop): Promise<void> {
  const number = `${shop.shop.slug}-1`
  await putOrder(
    shop,
    number,
    order({
      lines: [
        {
          id: '1',
          title: 'Hose',
          quantity: 2,
          unitPrice: 100,
          image: 'http://127.0.0.1:1/a.png',
          sku: 'HOSE-M',
          product: 'hose',
        },
      ],
      parcels: [{ carrier: 'dhl', number, lines: [{ id: '1', quantity: 2 }] }],
    }),
  )
  await post(
    context,
    shop,
    'standard',
    parcelUpdate({
      number,
      scans: [scan('2026-11-19T10:00:00Z', 'delivered.other')],
      window: { earliest: '2026-11-20', latest: '2026-11-20' },
    }),
  )
  await fillReturns(context, shop, number)
  await fillFeedback(context, shop, number)
  await fillCare(context, shop, number)
  await fillBaskets(context, shop, `${number}-baskets`)
  await fillCatalogue(context, shop)
  await fillConsent(context, shop)
  await fillSlots(context, shop, `${number}-slots`)
  await lookUpOrder(context, shop.shop, { number, proof: 'nobody@example.org', peer: '192.0.2.1' })
  await withShop(context.db, shop.id, (tx) =>
    tx.insert(shopHosts).values({ shopId: shop.id, host: `${number}.example`, createdAt: context.now() }),
  )
  await withShop(context.db, shop.id, (tx) =>
    tx.insert(idempotencyKeys).values({
      shopId: shop.id,
      keyHash: 'key',
      requestHash: 'body',
      attemptId: newId(),
      runningUntil: context.now(),
      expiresAt: context.now(),
    }),
  )
  await withShop(context.db, shop.id, (tx) =>
    tx.insert(walletCertificates).values({
      shopId: shop.id,
      orderTypeIdentifier: 'order.example',
      merchantIdentifier: 'merchant.example',
      sealed: { keyId: '', sealed: '', addedAt: '' },
      notAfter: context.now(),
      createdAt: context.now(),
    }),
  )
}

beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  useContext(context, database)
  a = await addShop(context)
  b = await addShop(context)
  await fill(a)
  await fill(b)
  const rows = await database.superuser.sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    join pg_attribute t on t.attrelid = c.oid and t.attname = 'shop_id' and not t.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by 1`
  tables = rows.map(({ name }) => name).filter((name) => !SHARED.test(name))
})
afterAll(() => database.drop())

const countAs = (shopId: ShopId, table: string, whose: ShopId) =>
  withShop(context.db, shopId, async (tx) => {
    const [row] = await tx.execute<{ n: number }>(
      sql`select count(*)::int as n from ${sql.identifier(table)} where shop_id = ${whose}`,
    )
    return row?.n
  })

const stateOf = (work: Promise<unknown>) => work.then(() => 'done', sqlState)

describe('the catalogue', () => {
  it('knows every tenant table, and no table without a shop but the named exceptions', async () => {
    const all = await database.superuser.sql<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`
    expect(tables.length).toBeGreaterThan(10)
    expect(
      all
        .map(({ name }) => name)
        .filter((name) => !SHARED.test(name))
        .toSorted(),
    ).toEqual(tables)
  })

  it('forces row security on every tenant table', async () => {
    const rows = await database.superuser.sql`
      select relname from pg_class
      where relname in ${database.superuser.sql(tables)} and relrowsecurity and relforcerowsecurity`
    expect(rows.length).toBe(tables.length)
  })

  it('has one policy a table, for every command and everybody, that checks what is read and what is written', async () => {
    const rows = await database.superuser.sql`
      select tablename as name, cmd, roles::text as roles, permissive, qual, with_check from pg_policies
      where schemaname = 'public' order by tablename`
    expect(rows.map(({ name }) => name)).toEqual(tables)
    for (const row of rows) {
      expect(row).toMatchObject({ cmd: 'ALL', roles: '{public}', permissive: 'PERMISSIVE' })
      expect(row.qual, row.name).toContain(
        `shop_id = (NULLIF(current_setting('app.shop_id'::text, true), ''::text))::uuid`,
      )
      expect(row.with_check, row.name).toBe(row.qual)
    }
  })

  it('leads every key and every index of a tenant table with the shop', async () => {
    const rows = await database.superuser.sql`
      select i.indexrelid::regclass::text as name, a.attname as first, i.indisprimary as primary
      from pg_index i join pg_class c on c.oid = i.indrelid
      left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where c.relname in ${database.superuser.sql(tables)}`
    expect(rows.filter((row) => row.primary).length).toBe(tables.length)
    for (const { name, first } of rows) expect(first, name).toBe('shop_id')
  })

  it('names the shop on both sides of every foreign key, in the same place', async () => {
    const rows = await database.superuser.sql`
      select k.conname as name,
        (select array_agg(a.attname order by n) from unnest(k.conkey) with ordinality u(num, n)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num) as from,
        (select array_agg(a.attname order by n) from unnest(k.confkey) with ordinality u(num, n)
          join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num) as to
      from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace`
    expect(rows.length).toBeGreaterThan(5)
    for (const { name, from, to } of rows) expect([from[0], to[0]], name).toEqual(['shop_id', 'shop_id'])
  })

  it('has no triggers, no sequences, no identity and no defaults that count', async () => {
    const [odd] = await database.superuser.sql`
      select
        (select count(*)::int from pg_trigger t join pg_class c on c.oid = t.tgrelid
          where not t.tgisinternal and c.relnamespace = 'public'::regnamespace) as triggers,
        (select count(*)::int from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace) as sequences,
        (select count(*)::int from pg_attribute a join pg_class c on c.oid = a.attrelid
          where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
            and (a.attidentity <> '' or a.atthasdef)) as defaults`
    expect(odd).toEqual({ triggers: 0, sequences: 0, defaults: 0 })
  })

  it('gives the application a role that row security holds', async () => {
    const [role] = await database.app.sql`
      select r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb,
        exists (select from pg_class c where c.relnamespace = 'public'::regnamespace
          and pg_has_role(current_user, c.relowner, 'member')) as owns
      from pg_roles r where r.rolname = current_user`
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owns: false,
    })
  })
})

describe('two shops', () => {
  it('each have rows in every tenant table', async () => {
    for (const table of tables)
      for (const { id } of [a, b]) expect(await countAs(id, table, id), table).toBeGreaterThan(0)
  })

  it('see nothing of each other in any table', async () => {
    for (const table of tables) {
      expect(await countAs(a.id, table, b.id), table).toBe(0)
      expect(await countAs(b.id, table, a.id), table).toBe(0)
    }
  })

  it('can’t write a row for the other, give one away, change or delete one', async () => {
    for (const table of tables) {
      const name = sql.identifier(table)
      const [row] = await database.superuser.db.execute<{ row: string }>(
        sql`select to_jsonb(t)::text as row from ${name} t where shop_id = ${b.id} limit 1`,
      )
      const as = (work: ReturnType<typeof sql>) => withShop(context.db, a.id, (tx) => tx.execute(work))
      const copy = sql`insert into ${name} select * from jsonb_populate_record(null::${name}, ${row?.row}::jsonb)`
      expect(await stateOf(as(copy)), `insert ${table}`).toBe('42501')
      expect(await stateOf(as(sql`update ${name} set shop_id = ${b.id}`)), `give ${table}`).toBe('42501')
      expect((await as(sql`update ${name} set shop_id = shop_id where shop_id = ${b.id}`)).count, table).toBe(
        0,
      )
      expect((await as(sql`delete from ${name} where shop_id = ${b.id}`)).count, table).toBe(0)
    }
  })

  it('leave nothing to see where no shop is named, not even for the owner of the tables', async () => {
    for (const table of tables)
      for (const { db } of [database.app, database.owner]) {
        const rows = await db.execute(sql`select 1 from ${sql.identifier(table)} limit 1`)
        expect(rows.length, table).toBe(0)
      }
  })

  it('are no one’s after a transaction: the name of the shop ends with it', async () => {
    for (let i = 0; i < 10; i++) await countAs(a.id, 'orders', a.id)
    for (let i = 0; i < 10; i++) expect((await database.app.sql`select 1 from orders`).length).toBe(0)
  })
})
