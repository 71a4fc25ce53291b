import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sweep } from '@/lib/services/sweep'
import { crashAfter, runAfter } from '@/tests/support/after'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { mediaOf, orderByToken } from '@/tests/support/get'
import { type Listening, listen } from '@/tests/support/listen'
import { photograph, png } from '@/tests/support/picture'
import { order, putOrder } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

type Answer = { status?: number; body?: Buffer | string; type?: string; location?: string }

let database: TestDatabase
let context: TestContext
let server: Listening
let shop: TestShop
const answers = new Map<string, Answer>()
let asked: string[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  server = await listen((request, response) => {
    asked.push(request.url ?? '')
    const {
      status = 200,
      body = '',
      type = 'image/png',
      location,
    } = answers.get(request.url ?? '') ?? { status: 404 }
    response.writeHead(status, { 'content-type': type, ...(location && { location }) })
    response.end(body)
  })
})
afterAll(async () => {
  await server.close()
  await database.drop()
})
beforeEach(async () => {
  context = testContext(database)
  useContext(context, database)
  shop = await addShop(context)
  answers.clear()
  asked = []
})

const place = async (paths: string[], number = 'AG-1'): Promise<string> => {
  const lines = paths.map((path, i) => ({
    id: `${i}`,
    title: path,
    quantity: 1,
    unitPrice: 1,
    image: path.startsWith('/') ? `${server.origin}${path}` : path,
  }))
  const response = await putOrder(shop, number, order({ lines, parcels: [{ number }] }))
  return (await response.json()).links.json.split('/').at(-1)
}
const imagesOf = async (token: string): Promise<(string | null)[]> => {
  const { parcels } = await (await orderByToken(token)).json()
  return parcels[0].items.map(({ image }: { image: string | null }) => image)
}
const stateOf = async (path: string) => {
  const [row] = await database.superuser.sql`
    select state, error from media where shop_id = ${shop.id} and source_url = ${path.startsWith('/') ? `${server.origin}${path}` : path}`
  return row
}
const waiting = async () =>
  (await database.superuser.sql`select 1 from work_ready where shop_id = ${shop.id} and kind = 'media'`)
    .length

describe('an item’s picture', () => {
  it('is fetched after the answer, made small, freed of what it knew, and served by us', async () => {
    answers.set('/photo.jpg', { body: await photograph(400, 200), type: 'image/jpeg' })
    const token = await place(['/photo.jpg'])
    expect(asked).toEqual([])
    expect(await imagesOf(token)).toEqual([null])
    const before = await orderByToken(token)
    await runAfter()
    const after = await orderByToken(token, { 'if-none-match': before.headers.get('etag') ?? '' })
    expect(after.status).toBe(200)
    const [image] = await imagesOf(token)
    expect(image).toMatch(
      new RegExp(`^https://orders\\.example/media/${shop.shop.slug}/[0-9a-f]{32}\\.webp$`),
    )
    const served = await mediaOf(shop.shop.slug, image?.split('/').at(-1) ?? '')
    expect(Object.fromEntries(served.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    const bytes = Buffer.from(await served.arrayBuffer())
    const { format, width, height, exif, icc, xmp, orientation } = await sharp(bytes).metadata()
    expect({ format, width, height, exif, icc, xmp, orientation }).toEqual({
      format: 'webp',
      width: 96,
      height: 192,
      exif: undefined,
      icc: undefined,
      xmp: undefined,
      orientation: undefined,
    })
    expect(bytes.includes('Resi')).toBe(false)
  })

  it('is fetched once, however many lines and orders show it', async () => {
    answers.set('/same.png', { body: await png(20, 20) })
    await place(['/same.png', '/same.png'])
    await runAfter()
    const token = await place(['/same.png'], 'AG-2')
    await runAfter()
    expect(asked).toEqual(['/same.png'])
    expect(await imagesOf(token)).toEqual([expect.stringMatching(/webp$/)])
  })

  it('is fetched by the sweeper where a crash came between', async () => {
    answers.set('/late.png', { body: await png(20, 20) })
    const token = await place(['/late.png'])
    crashAfter()
    context.pass(3)
    await sweep(context)
    expect(await imagesOf(token)).toEqual([expect.stringMatching(/webp$/)])
    expect(await waiting()).toBe(0)
  })

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  it.each<[string, () => Answer | Promise<Answer>, RegExp]>([
    ['a page', () => ({ body: '<!doctype html><title>Login</title>', type: 'text/html' }), /^not_a_picture/],
    [
      'a page that calls itself a picture',
      () => ({ body: '<html><script>1</script></html>' }),
      /^not_a_picture/,
    ],
    ['a drawing with a script', () => ({ body: svg, type: 'image/svg+xml' }), /^not_a_picture/],
    ['a drawing that calls itself a photograph', () => ({ body: svg, type: 'image/jpeg' }), /^not_a_picture/],
    [
      'a document',
      () => ({ body: '%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF', type: 'application/pdf' }),
      /^not_a_picture/,
    ],
    ['nothing', () => ({ body: '' }), /^not_a_picture/],
    ['noise', () => ({ body: randomBytes(5000) }), /^not_a_picture/],
    [
      'a picture that breaks off',
      async () => ({ body: (await photograph(600, 600)).subarray(0, 900) }),
      /^not_a_picture/,
    ],
    ['sixty million pixels', async () => ({ body: await png(10_000, 6_000) }), /^not_a_picture.*pixel/],
    ['more than five megabytes', () => ({ body: randomBytes(5_000_001) }), /^too_large$/],
    ['a way elsewhere', () => ({ status: 302, location: '/ok.png' }), /^redirect_refused$/],
    ['that it is gone', () => ({ status: 404, body: 'gone' }), /^http_404$/],
  ])(
    'that turns out to be %s is refused with a reason, and not asked for again',
    async (_what, make, reason) => {
      answers.set('/odd', await make())
      const token = await place(['/odd'])
      await runAfter()
      expect(await stateOf('/odd')).toEqual({ state: 'refused', error: expect.stringMatching(reason) })
      expect(await imagesOf(token)).toEqual([null])
      expect(await waiting()).toBe(0)
      await place(['/odd'])
      await runAfter()
      expect(asked).toEqual(['/odd'])
    },
  )

  it('that can’t be had for a while is tried again, a few times', async () => {
    answers.set('/busy.png', { status: 503 })
    const token = await place(['/busy.png'])
    await runAfter()
    expect(await stateOf('/busy.png')).toMatchObject({ state: 'due' })
    answers.set('/busy.png', { body: await png(20, 20) })
    context.pass(3600)
    await sweep(context)
    expect(await imagesOf(token)).toEqual([expect.stringMatching(/webp$/)])
    answers.set('/never.png', { status: 503 })
    await place(['/never.png'], 'AG-2')
    for (let round = 0; round < 10; round++) {
      await runAfter()
      context.pass(24 * 3600)
      await sweep(context)
    }
    expect(await stateOf('/never.png')).toEqual({ state: 'refused', error: 'http_503' })
    expect(asked.filter((path) => path === '/never.png').length).toBeLessThanOrEqual(5)
  })

  it('on the operator’s own network is not fetched unless the operator allows it', async () => {
    const { safeFetch } = await import('@/lib/services/safe-fetch')
    context.fetch = (url, limits) => safeFetch(url, { ...limits, allowPrivate: false })
    answers.set('/inside.png', { body: await png(20, 20) })
    const inside = [
      `${server.origin}/inside.png`,
      'http://169.254.169.254/latest/meta-data',
      'https://[::1]/x',
      'https://2130706433/x',
    ]
    await place(inside)
    await runAfter()
    for (const path of inside)
      expect(await stateOf(path)).toMatchObject({
        state: 'refused',
        error: expect.stringMatching(/refused$/),
      })
    expect(asked).toEqual([])
  })
})

describe('the address of a picture', () => {
  it('is 404 for anything but one of ours', async () => {
    for (const file of [
      '',
      'x.webp',
      `${'0'.repeat(32)}.webp`,
      `${'0'.repeat(32)}.png`,
      '../../etc/passwd',
      `${'0'.repeat(32)}.webp\u0000`,
    ])
      expect((await mediaOf(shop.shop.slug, file)).status, JSON.stringify(file)).toBe(404)
    expect((await mediaOf('nobody', `${'0'.repeat(32)}.webp`)).status).toBe(404)
  })
})
