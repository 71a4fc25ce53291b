import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { returnFiles } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { addDraftPhotos } from '@/lib/services/returns/add-draft-photos'
import { findReturnFile } from '@/lib/services/returns/find-return-file'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { POLICY, putPolicy, type Steps, start } from '@/tests/support/draft-steps'
import { photograph, png } from '@/tests/support/picture'
import { order, putOrder } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

let database: TestDatabase
let context: TestContext
let shop: TestShop
let at: Steps
let orderId: string
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

beforeEach(async () => {
  context = testContext(database)
  useContext(context, database)
  shop = await addShop(context)
  await putPolicy(context, shop, POLICY)
  const line = { id: '1', title: 'Regenjacke', quantity: 4, unitPrice: 18990 }
  await putOrder(shop, 'AG-1', order({ lines: [line, { ...line, id: '2' }] }))
  const started = await start(context, shop, 'AG-1')
  at = started
  orderId = started.orderId
  await at.must({ kind: 'items', chosen: [{ orderId, lineId: '1', quantity: 2 }] })
})

const add = async (files: Uint8Array[], key = '1') =>
  addDraftPhotos(context, shop.shop, at.token, { version: (await at.see()).version, key, files })
const kept = () => withShop(context.db, shop.id, (tx) => tx.select().from(returnFiles))
const problem = async (files: Uint8Array[], key?: string) => {
  const added = await add(files, key)
  return added.ok || added.error.code !== 'invalid' ? added : added.error.problems
}

describe('photos', () => {
  it('are made anew: no larger than needed, upright, without what the telephone wrote into them', async () => {
    expect(await add([await photograph(3000, 2000), await png(40, 30)])).toMatchObject({ ok: true })
    const view = await at.see()
    expect(view.photos).toMatchObject([
      { itemKey: '1', width: 1067, height: 1600 },
      { itemKey: '1', width: 40, height: 30 },
    ])
    expect(view.items[0]?.item.photos).toEqual(view.photos.map(({ id }) => id))
    for (const { id } of view.photos) {
      const file = await findReturnFile(context, shop.shop, 'draft', at.token, id)
      const { format, exif, xmp } = await sharp(file?.content).metadata()
      expect({ format, exif, xmp, type: file?.mediaType }).toEqual({ format: 'webp', type: 'image/webp' })
      expect(Buffer.from(file?.content ?? []).includes('Resi')).toBe(false)
    }
  })

  it('that hide something else lose it', async () => {
    const hidden = Buffer.concat([await png(20, 20), Buffer.from('<script>alert(1)</script>%PDF-1.7')])
    expect(await add([hidden])).toMatchObject({ ok: true })
    const [file] = await kept()
    expect(Buffer.from(file?.content ?? []).includes('script')).toBe(false)
    expect(Buffer.from(file?.content ?? []).includes('PDF')).toBe(false)
  })

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n')],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a page behind a picture’s first bytes', Buffer.from('\xff\xd8\xff<html>', 'latin1')],
    ['nothing', Buffer.alloc(0)],
  ])('are refused where they are %s', async (_name, file) => {
    expect(await problem([file])).toEqual([{ field: 'photos-1', key: 'photoUnreadable' }])
    expect(await kept()).toEqual([])
  })

  it('are refused where they are cut short', async () => {
    const whole = await photograph(900, 600)
    expect(await problem([whole.subarray(0, whole.length / 2)])).toEqual([
      { field: 'photos-1', key: 'photoUnreadable' },
    ])
  })

  it('are refused where they hold more than ten megabytes', async () => {
    const padded = Buffer.concat([await png(20, 20), Buffer.alloc(10_000_000)])
    expect(await problem([padded])).toEqual([{ field: 'photos-1', key: 'photoTooLarge' }])
  })

  it('are refused where they would unpack to sixty megapixels', async () => {
    const bomb = await png(10_000, 6000)
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await problem([bomb])).toEqual([
      { field: 'photos-1', key: 'photoTooManyPixels', values: { megapixels: 50 } },
    ])
  })

  it('are taken all or none', async () => {
    expect(await problem([await png(20, 20), Buffer.from('%PDF'), await png(20, 20)])).toHaveLength(1)
    expect(await kept()).toEqual([])
    expect((await at.see()).photos).toEqual([])
  })

  it('are five for an item, whether at once or one after the other', async () => {
    const one = await png(20, 20)
    const most = [{ field: 'photos-1', key: 'photosTooMany', values: { most: 5 } }]
    expect(await problem(Array(30).fill(one))).toEqual(most)
    expect(await kept()).toEqual([])
    expect(await add([one, one, one])).toMatchObject({ ok: true })
    expect(await problem([one, one, one])).toEqual(most)
    expect(await add([one, one])).toMatchObject({ ok: true })
    expect(await kept()).toHaveLength(5)
  })

  it('from two tabs at once don’t push one another out', async () => {
    const { version } = await at.see()
    const files = [await png(20, 20)]
    const ask = () => addDraftPhotos(context, shop.shop, at.token, { version, key: '1', files })
    const added = await Promise.all([ask(), ask()])
    expect(added.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual(['ok', 'stale'])
    expect(await kept()).toHaveLength(1)
  })

  it('need an item, and a draft', async () => {
    expect(await problem([await png(20, 20)], '7')).toEqual([{ field: 'photos-7', key: 'other' }])
    const other = await addShop(context)
    const files = [await png(20, 20)]
    expect(
      await addDraftPhotos(context, other.shop, at.token, { version: 2, key: '1', files }),
    ).toMatchObject({ error: { code: 'unknown_draft' } })
  })

  it('go when they are taken off, or their item is', async () => {
    await add([await png(20, 20), await png(30, 30)])
    const [first] = (await at.see()).photos
    await at.must({ kind: 'remove_photo', photo: first?.id ?? '' })
    expect(await kept()).toHaveLength(1)
    await at.must({ kind: 'items', chosen: [{ orderId, lineId: '2', quantity: 1 }] })
    expect(await kept()).toEqual([])
  })

  it('are seen by nobody who doesn’t hold the link', async () => {
    await add([await png(20, 20)])
    const [photo] = (await at.see()).photos
    const id = photo?.id ?? ''
    const other = await start(context, shop, 'AG-1')
    expect(await findReturnFile(context, shop.shop, 'draft', other.token, id)).toBeNull()
    expect(await findReturnFile(context, shop.shop, 'return', at.token, id)).toBeNull()
    expect(await findReturnFile(context, shop.shop, 'draft', at.token, 'not-an-id')).toBeNull()
    const stranger = await addShop(context)
    expect(await findReturnFile(context, stranger.shop, 'draft', at.token, id)).toBeNull()
    context.pass(8 * 24 * 3600)
    expect(await findReturnFile(context, shop.shop, 'draft', at.token, id)).toBeNull()
  })

  it('belong to the return once it is sent', async () => {
    await at.must({
      kind: 'reasons',
      answers: [{ key: '1', reason: 'broken', subReason: null, comment: 'Torn' }],
    })
    await add([await png(20, 20)])
    const [photo] = (await at.see()).photos
    const id = photo?.id ?? ''
    await at.must({ kind: 'outcomes', answers: [{ key: '1', outcome: 'refund', exchangeSku: null }] })
    await at.must({ kind: 'method', method: 'store', store: 'muc', pickupDay: null, own: [] })
    const sent = await at.send()
    if (!sent.ok) throw new Error(JSON.stringify(sent.error))
    expect(await findReturnFile(context, shop.shop, 'return', sent.value.token, id)).not.toBeNull()
    expect(await findReturnFile(context, shop.shop, 'draft', at.token, id)).toBeNull()
  })
})
