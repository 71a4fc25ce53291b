import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runVerb } from '@/scripts/run-verb'
import { productsOf } from '@/tests/support/catalogue'
import { addShop, type TestContext, type TestShop, testContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { makeTemporaryDirectory } from '@/tests/support/test-server'

let database: TestDatabase
let context: TestContext
let shop: TestShop
let folder: string
beforeAll(async () => {
  database = await createTestDatabase()
  folder = makeTemporaryDirectory()
})
afterAll(() => database.drop())
beforeEach(async () => {
  context = testContext(database)
  shop = await addShop(context, {}, [])
})

const HEAD = 'id\ttitle\tlink\tprice\tavailability\tmpn\n'
const row = (id: string, price = '1.00') =>
  `${id}\tHut\thttps://shop.example/${id}\t${price}\tin stock\tM-${id}\n`

async function run(text: string | null, ...options: string[]) {
  context.pass(60)
  const file = join(folder, 'feed.tsv')
  if (text !== null) writeFileSync(file, text)
  const said: string[] = []
  const wrong: string[] = []
  const io = {
    context: async () => context,
    out: (line: string) => said.push(line),
    err: (line: string) => wrong.push(line),
  }
  const path = text === null ? join(folder, 'nowhere') : file
  const code = await runVerb(['import:products', shop.shop.slug, path, ...options], io)
  return { code, said, wrong }
}

describe('doorstep import:products', () => {
  it('imports a feed and says what came of it', async () => {
    expect(await run(HEAD + row('a', '1.00 EUR') + row('b', '2.00 EUR'))).toEqual({
      code: 0,
      said: ['2 read: 2 new, 0 changed, 0 unchanged, 0 refused; 0 gone'],
      wrong: [],
    })
    expect(await productsOf(context, shop)).toMatchObject([{ id: 'a', price: 100 }, { id: 'b' }])
  })

  it('takes away what a full file leaves out, and nothing otherwise', async () => {
    await run(HEAD + row('a') + row('b'), '--currency', 'EUR')
    expect((await run(HEAD + row('a'), '--currency', 'EUR')).said[0]).toContain('0 gone')
    expect((await run(HEAD + row('a'), '--currency', 'EUR', '--full')).said[0]).toContain('1 gone')
  })

  it('names every entry that it refuses with its line, and ends with 1', async () => {
    expect(await run(HEAD + row('a', '1.00 EUR') + row('b', 'free'))).toMatchObject({
      code: 1,
      said: [expect.stringContaining('1 new')],
      wrong: ['line 3, b: price: "free" is no price'],
    })
    const broken = await run('<rss><channel><item>')
    expect(broken).toMatchObject({ code: 1, wrong: [expect.stringMatching(/^line 1: /)] })
  })

  it('understands its options, or says which it doesn’t', async () => {
    expect((await run(HEAD + row('a'), '--currency', 'euro')).code).toBe(2)
    expect((await run(HEAD + row('a'), '--sku', 'ean')).code).toBe(2)
    expect(await run(null)).toMatchObject({ code: 1, wrong: [expect.stringContaining('ENOENT')] })
  })
})
