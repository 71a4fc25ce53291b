import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { importFile } from '@/lib/services/catalogue/import-file'
import { requestProductPictures } from '@/lib/services/catalogue/request-product-pictures'
import { fetchMedia } from '@/lib/services/fetch-media'
import { entriesOf, item } from '@/tests/support/catalogue'
import { addShop, type TestContext, type TestShop, testContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { type Listening, listen } from '@/tests/support/listen'
import { png } from '@/tests/support/picture'

let database: TestDatabase
let context: TestContext
let shop: TestShop
let server: Listening
let asked: string[]

beforeAll(async () => {
  database = await createTestDatabase()
  const picture = await png(300, 200)
  server = await listen((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(200, { 'content-type': 'image/png' })
    response.end(picture)
  })
})
afterAll(async () => {
  await server.close()
  await database.drop()
})
beforeEach(async () => {
  asked = []
  context = testContext(database)
  shop = await addShop(context, {}, [])
  const image = (name: string) => ({ image: `${server.origin}/${name}.png` })
  await importFile(
    context,
    shop.id,
    { full: true },
    entriesOf([item('a', image('a')), item('b', image('b')), item('c')]),
  )
})

const idOf = async (key: string) => {
  const [row] = await database.superuser.sql<{ id: string }[]>`
    select id from products where shop_id = ${shop.id} and key = ${key}`
  return row?.id ?? ''
}
const kept = () =>
  database.superuser.sql<{ key: string; width: number | null }[]>`
    select p.key, m.width from products p join media m on m.shop_id = p.shop_id and m.id = p.media_id
    where p.shop_id = ${shop.id} and m.state = 'ready'`

it('an import fetches no pictures', async () => {
  expect(await kept()).toEqual([])
  const due = await database.superuser.sql`select 1 from media where shop_id = ${shop.id}`
  expect(due).toHaveLength(0)
})

it('a product that was shown without its picture has it fetched, once', async () => {
  const ids = [await idOf('a'), await idOf('c')]
  const pictures = await requestProductPictures(context, shop.id, ids)
  expect(pictures).toHaveLength(1)
  for (const picture of pictures) await fetchMedia(context, shop.id, picture)
  expect(asked).toEqual(['/a.png'])
  expect(await kept()).toMatchObject([{ key: 'a', width: 192 }])
  expect(await requestProductPictures(context, shop.id, ids)).toEqual([])
})

it('asks for nothing where nothing, or another shop’s product, is named', async () => {
  const other = await addShop(context, {}, [])
  expect(await requestProductPictures(context, shop.id, [])).toEqual([])
  expect(await requestProductPictures(context, other.id, [await idOf('a')])).toEqual([])
})
