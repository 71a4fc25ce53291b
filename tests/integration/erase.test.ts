import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { withShop } from '@/db/with-shop'
import { countAttempt, LOOK_UP_LIMITS } from '@/lib/services/attempts'
import { erasePerson } from '@/lib/services/erase-person'
import { replay } from '@/lib/services/replay'
import { addDraftPhotos } from '@/lib/services/returns/add-draft-photos'
import { createGiftCodes } from '@/lib/services/returns/create-gift-codes'
import { rejectReturn } from '@/lib/services/returns/reject-return'
import { crashAfter } from '@/tests/support/after'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { answerAll, POLICY, putPolicy, start } from '@/tests/support/draft-steps'
import { effectsOf } from '@/tests/support/effects'
import { png } from '@/tests/support/picture'
import { order, parcelUpdate, post, putOrder, scan, send } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

const NUMBER = '00340434161094000001'
const RESI = {
  customer: { name: 'Resi Huber', email: 'Resi@Example.org', phone: '+49891234567' },
  deliveryAddress: {
    name: 'Therese Huber',
    line1: 'Sendlinger Str. 1',
    postalCode: '80331',
    city: 'München',
    countryCode: 'DE',
  },
}
const SECRETS = ['Resi', 'Huber', 'example.org', '891234567', 'Sendlinger', 'HUBER', 'Nachbar Meier']
const ARRIVED = scan('2026-11-20T10:02:00+01:00', 'in_transit.arrived', { text: 'Im Paketzentrum' })
const HANDED = scan('2026-11-20T11:30:00+01:00', 'delivered.signed', {
  text: 'Übergeben an T. HUBER, Haustür',
})

let database: TestDatabase
let context: TestContext
beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  useContext(context, database)
})
afterAll(() => database.drop())

const sql = () => database.superuser.sql

/** An order of Resi's with a parcel that was delivered. */
async function deliverTo(shop: TestShop, number = 'AG-1', parcel = NUMBER): Promise<void> {
  await putOrder(shop, number, order({ ...RESI, parcels: [{ carrier: 'dhl', number: parcel }] }))
  await post(context, shop, 'standard', parcelUpdate({ number: parcel, scans: [ARRIVED], recipient: RESI }))
  await post(
    context,
    shop,
    'standard',
    parcelUpdate({ number: parcel, scans: [ARRIVED, HANDED], signedBy: 'Nachbar Meier' }),
  )
}

/** Every row of every table that holds a shop's data, as text. */
async function everything(shop: TestShop): Promise<string> {
  const tables = await sql()`select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'shop_id' and table_name <> 'shops'`
  const texts = await Promise.all(
    tables.map(({ name }) =>
      sql().unsafe(
        name === 'inbox'
          ? "select convert_from(body, 'UTF8') as body, headers::text, error from inbox where shop_id = $1"
          : `select row_to_json(t)::text as row from ${name} t where shop_id = $1`,
        [shop.id],
      ),
    ),
  )
  return JSON.stringify(texts)
}

const namedIn = (text: string) => SECRETS.filter((secret) => text.includes(secret))

describe('erasing a person', () => {
  it('by e-mail leaves none of their data, whatever the case it is written in', async () => {
    const shop = await addShop(context)
    await deliverTo(shop)
    expect(namedIn(await everything(shop))).toEqual(SECRETS.filter((secret) => secret !== 'example.org'))
    const erased = await erasePerson(context, shop.id, { email: 'resi@EXAMPLE.org' })
    expect(erased).toEqual({
      orders: ['AG-1'],
      links: 2,
      deliveries: 2,
      signatures: 1,
      texts: 1,
      attempts: 0,
      messages: 0,
      returns: 0,
      files: 0,
    })
    expect(namedIn(await everything(shop))).toEqual([])
  })

  it('takes what they wrote and photographed for returns, and leaves what was returned', async () => {
    const shop = await addShop(context)
    await putPolicy(context, shop, POLICY)
    await putOrder(
      shop,
      'AG-1',
      order({ ...RESI, lines: [{ id: '1', title: 'Jacke', quantity: 2, unitPrice: 900 }] }),
    )
    const at = await start(context, shop, 'AG-1')
    const comment = 'Ich, Resi Huber, Sendlinger Str. 1'
    await at.must({ kind: 'items', chosen: [{ orderId: at.orderId, lineId: '1', quantity: 1 }] })
    await at.must({ kind: 'reasons', answers: [{ key: '1', reason: 'broken', subReason: null, comment }] })
    const { version } = await at.see()
    await addDraftPhotos(context, shop.shop, at.token, { version, key: '1', files: [await png(20, 20)] })
    await at.must({ kind: 'outcomes', answers: [{ key: '1', outcome: 'refund', exchangeSku: null }] })
    await at.must({ kind: 'method', method: 'store', store: 'muc', pickupDay: null, own: [] })
    expect(await at.send()).toMatchObject({ ok: true })
    const parcel = 'H1000730000120000'
    const again = await start(context, shop, 'AG-1')
    await answerAll(again, [{ orderId: again.orderId, lineId: '1', quantity: 1 }])
    const own = [{ box: 1, carrier: 'DHL', number: parcel }]
    await again.must({ kind: 'method', method: 'own', store: null, pickupDay: null, own })
    const sent = await again.send()
    if (!sent.ok) throw new Error(JSON.stringify(sent.error))
    const reason = 'Resi Huber sent a stone'
    const by = { actor: 'merchant', name: 'tests', reason } as const
    expect(await rejectReturn(context, shop.id, { number: sent.value.number }, by)).toMatchObject({
      ok: true,
    })
    await post(context, shop, 'standard', parcelUpdate({ number: parcel, scans: [HANDED], recipient: RESI }))
    await start(context, shop, 'AG-1')
    await createGiftCodes(context, shop.id, 'AG-1', 1)
    const other = await addShop(context)
    await putOrder(other, 'AG-1', order(RESI))
    await start(context, other, 'AG-1')

    expect(await erasePerson(context, shop.id, { email: 'resi@example.org' })).toMatchObject({
      returns: 2,
      files: 1,
      deliveries: 1,
    })
    expect(namedIn(await everything(shop))).toEqual([])
    const rows = await sql()`select r.customer_key, i.title, i.paid::int, i.comment,
        (select count(*)::int from return_drafts d where d.shop_id = ${shop.id}) as drafts,
        (select count(*)::int from return_files f where f.shop_id = ${shop.id}) as files,
        (select count(*)::int from gift_codes g where g.shop_id = ${shop.id}) as codes,
        (select count(*)::int from tokens t where t.shop_id = ${shop.id}) as tokens
      from returns r join return_items i on i.shop_id = r.shop_id and i.return_id = r.id where r.shop_id = ${shop.id} and r.state <> 'rejected'`
    expect(rows).toEqual([
      {
        customer_key: null,
        title: 'Jacke',
        paid: 900,
        comment: null,
        drafts: 0,
        files: 0,
        codes: 0,
        tokens: 0,
      },
    ])
    expect(await sql()`select 1 from return_drafts where shop_id = ${other.id}`).toHaveLength(1)
    expect(await erasePerson(context, other.id, { numberKey: 'AG-404' })).toBeNull()
    expect(await sql()`select 1 from return_drafts where shop_id = ${other.id}`).toHaveLength(1)
  })

  it('by order number does the same', async () => {
    const shop = await addShop(context)
    await deliverTo(shop)
    expect(await erasePerson(context, shop.id, { numberKey: 'AG-1' })).toMatchObject({
      orders: ['AG-1'],
      deliveries: 2,
    })
    expect(namedIn(await everything(shop))).toEqual([])
  })

  it('keeps what moved when, and what was ordered', async () => {
    const shop = await addShop(context)
    await deliverTo(shop)
    const before = await effectsOf(database, shop.id)
    await erasePerson(context, shop.id, { numberKey: 'AG-1' })
    const after = await effectsOf(database, shop.id)
    const [left] = after.shipments
    const [was] = before.shipments
    expect(left?.projection).toMatchObject({
      status: 'delivered.signed',
      signedBy: null,
      final: was?.projection.final,
    })
    expect(left?.projection.timeline.map(({ status, time, text }) => [status, time.localTime, text])).toEqual(
      [
        ['delivered.signed', '2026-11-20T11:30:00', null],
        ['in_transit.arrived', '2026-11-20T10:02:00', 'Im Paketzentrum'],
      ],
    )
    expect(after.outbox).toEqual(before.outbox)
    const [line] = await sql()`select title from order_lines where shop_id = ${shop.id}`
    expect(line).toEqual({ title: 'Regenjacke' })
  })

  it('shuts the order’s pages and gives what shows it a new version', async () => {
    const shop = await addShop(context)
    await deliverTo(shop)
    const version = async () =>
      (await sql()`select version from orders where shop_id = ${shop.id}`)[0]?.version
    const before = await version()
    await erasePerson(context, shop.id, { numberKey: 'AG-1' })
    expect(await version()).toBeGreaterThan(before)
    expect(await sql()`select 1 from tokens where shop_id = ${shop.id}`).toEqual([])
  })

  it('forgets how often the order was looked up', async () => {
    const shop = await addShop(context)
    await deliverTo(shop)
    await withShop(context.db, shop.id, (tx) =>
      countAttempt(
        tx,
        context.keyring,
        shop.id,
        [{ limits: LOOK_UP_LIMITS.order, text: 'AG-1' }],
        context.now(),
      ),
    )
    expect(await erasePerson(context, shop.id, { numberKey: 'AG-1' })).toMatchObject({ attempts: 2 })
    expect(await sql()`select 1 from attempts where shop_id = ${shop.id}`).toEqual([])
  })

  it('empties bodies that only repeat what was known, and those nobody could read', async () => {
    const shop = await addShop(context)
    await deliverTo(shop)
    await post(context, shop, 'standard', parcelUpdate({ scans: [ARRIVED], recipient: RESI, again: true }))
    await post(context, shop, 'standard', {
      type: 'parcel.updated',
      data: { parcel: NUMBER, who: 'Resi Huber' },
    })
    await post(context, shop, 'standard', { type: 'mail.bounced', data: { to: 'RESI@example.org' } })
    expect(await erasePerson(context, shop.id, { numberKey: 'AG-1' })).toMatchObject({ deliveries: 5 })
    expect(namedIn(await everything(shop))).toEqual([])
    expect((await everything(shop)).toLowerCase()).not.toContain('resi@')
  })

  it('reads a delivery that still waits before its body goes', async () => {
    const shop = await addShop(context)
    await putOrder(shop, 'AG-1', order({ ...RESI, parcels: [{ carrier: 'dhl', number: NUMBER }] }))
    await send(
      context,
      shop,
      'standard',
      parcelUpdate({ scans: [ARRIVED, HANDED], signedBy: 'Nachbar Meier' }),
    )
    crashAfter()
    await erasePerson(context, shop.id, { numberKey: 'AG-1' })
    const { shipments, waiting } = await effectsOf(database, shop.id)
    expect(shipments).toMatchObject([{ projection: { status: 'delivered.signed', signedBy: null } }])
    expect(waiting).toBe(0)
    expect(namedIn(await everything(shop))).toEqual([])
  })

  it('can’t be undone by a replay or by the same delivery coming again', async () => {
    const shop = await addShop(context)
    await deliverTo(shop)
    await erasePerson(context, shop.id, { numberKey: 'AG-1' })
    const before = await effectsOf(database, shop.id)
    const again = parcelUpdate({ scans: [ARRIVED, HANDED], signedBy: 'Nachbar Meier' })
    expect(await (await post(context, shop, 'standard', again)).json()).toEqual({
      received: true,
      duplicate: true,
    })
    expect(await replay(context, shop.id, { since: new Date(0) })).toMatchObject({
      processed: 0,
      unreadable: 0,
    })
    expect(await effectsOf(database, shop.id)).toEqual(before)
  })

  it('leaves other people, other parcels and other shops as they are', async () => {
    const shop = await addShop(context)
    const other = await addShop(context)
    await deliverTo(shop)
    await deliverTo(other)
    const sepp = { ...RESI, customer: { name: 'Sepp Bauer', email: 'sepp@example.org' } }
    await putOrder(
      shop,
      'AG-2',
      order({ ...sepp, parcels: [{ carrier: 'dhl', number: '00340434161094000002' }] }),
    )
    await post(
      context,
      shop,
      'standard',
      parcelUpdate({ number: '00340434161094000002', scans: [HANDED], signedBy: 'Bauer' }),
    )
    const before = await everything(other)
    await erasePerson(context, shop.id, { email: 'resi@example.org' })
    expect(await everything(other)).toBe(before)
    expect((await effectsOf(database, shop.id)).shipments[1]).toMatchObject({
      projection: { signedBy: 'Bauer' },
    })
    expect(namedIn(await everything(shop))).toEqual(expect.arrayContaining(['HUBER', 'Huber', 'Sendlinger']))
    expect(await sql()`select customer_name from orders where shop_id = ${shop.id} order by number`).toEqual([
      { customer_name: null },
      { customer_name: 'Sepp Bauer' },
    ])
  })

  it('says so when there is nothing of that person', async () => {
    const shop = await addShop(context)
    await deliverTo(shop)
    const before = await everything(shop)
    expect(await erasePerson(context, shop.id, { email: 'nobody@example.org' })).toBeNull()
    expect(await erasePerson(context, shop.id, { numberKey: 'AG-999' })).toBeNull()
    expect(await everything(shop)).toBe(before)
  })
})
