import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findShopIdBySlug, getShop } from '@/db/queries/find-shop'
import { runVerb, VERBS } from '@/scripts/run-verb'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { dataDirectories } from '@/tests/support/data-directories'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { effectsOf } from '@/tests/support/effects'
import { order, parcelUpdate, post, putOrder, scan } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

const newDirectory = dataDirectories()
let database: TestDatabase
let context: TestContext
let shop: TestShop
let folder: string
beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  useContext(context, database)
  shop = await addShop(context)
  folder = mkdtempSync(join(tmpdir(), 'doorstep-cli-'))
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const sql = () => database.superuser.sql

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = []
  const err: string[] = []
  const io = {
    context: async () => context,
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
  }
  const code = await runVerb(argv, io)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('the command line', () => {
  it('lists its verbs, and tells a wrong one from a call for help by its exit code', async () => {
    expect(await run('help')).toMatchObject({ code: 0, err: '' })
    expect(await run()).toMatchObject({ code: 2, out: '' })
    expect(await run('sho:create')).toMatchObject({
      code: 2,
      err: expect.stringContaining("Unknown verb 'sho:create'"),
    })
    for (const name of VERBS.keys()) expect((await run('--help')).out).toContain(name)
  })

  it.each([...VERBS.keys()])('%s explains itself without opening the database', async (name) => {
    const io = { context: () => Promise.reject(new Error('opened')), out: vi.fn(), err: vi.fn() }
    expect(await runVerb([name, '--help'], io)).toBe(0)
    expect(await runVerb(['help', name], io)).toBe(0)
    expect(io.out).toHaveBeenCalledWith(expect.stringContaining(`npm run doorstep -- ${name} `))
  })

  it.each([...VERBS.keys()])('%s names an option it doesn’t know and an argument it lacks', async (name) => {
    const unknown = await run(name, '--colour', 'red')
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining("Unknown option '--colour'") })
    expect(await run(name)).toMatchObject({ code: 2, err: expect.stringMatching(/<\w+> is missing/) })
  })

  it('names an argument too many', async () => {
    expect(await run('apikey:create', 'a', 'b')).toMatchObject({
      code: 2,
      err: expect.stringContaining("'b'"),
    })
  })

  it.each([
    'endpoint:create nobody standard',
    'apikey:create nobody',
    'replay nobody --state failed',
    'erase nobody --order 1',
  ])('%s says that there is no such shop', async (line) => {
    expect(await run(...line.split(' '))).toMatchObject({
      code: 1,
      err: expect.stringContaining('no shop «nobody»'),
    })
  })

  it('runs as a process of its own, on the embedded database', { timeout: 60_000 }, async () => {
    const env = {
      ...process.env,
      DOORSTEP_DATA_DIR: newDirectory(),
      DATABASE_URL: '',
      DOORSTEP_URL: 'https://parcels.example',
    }
    const doorstep = (...argv: string[]) =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/doorstep.ts', ...argv], { env })
    const made = await doorstep('shop:create', 'alm', '--name', 'Alm', '--locale', 'bar')
    expect(made.stdout).toBe('https://parcels.example/alm/bar\n')
    const key = await doorstep('apikey:create', 'alm')
    expect(key.stdout).toMatch(/^ds_[\w-]{32}\n$/)
    await expect(doorstep('shop:create', 'alm', '--name', 'Alm', '--locale', 'bar')).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('is taken'),
    })
  })
})

describe('shop:create', () => {
  const created = async (slug: string) => {
    const shopId = await findShopIdBySlug(context.db, slug)
    return shopId && getShop(context.db, shopId)
  }

  it('makes a shop with sensible settings and prints its page', async () => {
    const made = await run(
      'shop:create',
      'berghof',
      '--name',
      'Berghof',
      '--locale',
      'de',
      '--locale',
      'en',
      '--time-zone',
      'Europe/Berlin',
      '--address',
      'formal',
    )
    expect(made).toEqual({ code: 0, err: '', out: 'https://orders.example/berghof/de' })
    expect(await created('berghof')).toMatchObject({
      name: 'Berghof',
      locales: ['de', 'en'],
      defaultLocale: 'de',
      timeZone: 'Europe/Berlin',
      address: 'formal',
      homeUrl: 'https://orders.example/berghof',
    })
  })

  it('takes the rest of the settings from a file; what the options say wins', async () => {
    const settings = file(
      'settings.json',
      JSON.stringify({
        name: 'File',
        locales: ['fr', 'en'],
        footer: { imprint: { fr: 'https://a.example/i' } },
      }),
    )
    expect(await run('shop:create', 'maison', '--settings', settings, '--name', 'Maison')).toMatchObject({
      code: 0,
    })
    expect(await created('maison')).toMatchObject({
      name: 'Maison',
      defaultLocale: 'fr',
      footer: { imprint: { fr: 'https://a.example/i' } },
    })
  })

  it.each([
    [['api', '--name', 'A', '--locale', 'de'], 'Doorstep’s own'],
    [['Bad Slug', '--name', 'A', '--locale', 'de'], 'is no slug'],
    [['mars', '--name', 'A', '--locale', 'de', '--time-zone', 'Mars/Base'], 'timeZone is no IANA time zone'],
    [['mars', '--name', 'A', '--locale', 'tlh'], 'locales/0'],
    [['mars', '--name', 'A', '--locale', 'de', '--address', 'royal'], 'address'],
    [['mars', '--settings', '/nowhere.json'], 'ENOENT'],
  ])('refuses %j', async (argv, reason) => {
    expect(await run('shop:create', ...argv)).toMatchObject({
      code: 1,
      err: expect.stringContaining(reason),
      out: '',
    })
    expect(await created(argv[0] ?? '')).toBeNull()
  })
})

describe('endpoint:create', () => {
  it('prints the address and the secret it made', async () => {
    const { code, out } = await run('endpoint:create', shop.shop.slug, 'easypost')
    expect(code).toBe(0)
    expect(out).toMatch(
      /^url {5}https:\/\/orders\.example\/api\/webhooks\/easypost\/[0-9a-f]{32}\nsecret {2}whsec_\S{40,}$/,
    )
  })

  it('keeps the provider’s own secrets, several at once', async () => {
    const { out } = await run(
      'endpoint:create',
      shop.shop.slug,
      'easypost',
      '--secret',
      'first-secret',
      '--secret',
      'second-secret',
    )
    expect(out).toContain('secret  first-secret')
    const [row] =
      await sql()`select jsonb_array_length(secrets) as count, secrets::text as text from endpoints
      where shop_id = ${shop.id} order by created_at desc, id = ${out.match(/[0-9a-f]{32}/)?.[0] ?? ''} desc limit 1`
    expect(row?.count).toBe(2)
    expect(row?.text).not.toContain('first-secret')
  })

  it('needs no secret for a provider with a key pair', async () => {
    const { code, out } = await run(
      'endpoint:create',
      shop.shop.slug,
      'shipengine',
      '--jwks-url',
      'https://keys.example/jwks',
    )
    expect([code, out]).toEqual([0, expect.stringContaining('secret  none')])
  })

  it('refuses an unknown provider and an unusable secret', async () => {
    expect(await run('endpoint:create', shop.shop.slug, 'pigeon')).toMatchObject({
      code: 1,
      err: expect.stringContaining('provider is none of'),
    })
    expect(
      await run('endpoint:create', shop.shop.slug, 'standard', '--secret', 'no base64 at all'),
    ).toMatchObject({ code: 1, err: expect.stringContaining('secrets/0') })
  })
})

describe('apikey:create', () => {
  it('prints a key that opens the API and that nobody can read again', async () => {
    const { code, out } = await run('apikey:create', shop.shop.slug, '--label', 'warehouse')
    expect(code).toBe(0)
    expect((await putOrder({ apiKey: out }, 'KEY-1', order())).status).toBe(201)
    const rows = await sql()`select label, key_hash from api_keys where shop_id = ${shop.id}`
    expect(rows.map(({ label }) => label)).toContain('warehouse')
    expect(JSON.stringify(rows)).not.toContain(out)
  })
})

describe('replay', () => {
  it('prints how many there were of each outcome', async () => {
    const other = await addShop(context)
    await post(
      context,
      other,
      'standard',
      parcelUpdate({ scans: [scan('2026-11-20T10:02:00+01:00', 'in_transit.arrived')] }),
    )
    await post(context, other, 'standard', { type: 'parcel.updated', data: {} })
    expect(await run('replay', other.shop.slug, '--state', 'unreadable')).toMatchObject({
      code: 0,
      out: '0 processed, 0 ignored, 1 unreadable, 0 failed',
    })
    expect(await run('replay', other.shop.slug, '--since', '2026-11-20')).toMatchObject({
      out: '1 processed, 0 ignored, 1 unreadable, 0 failed',
    })
  })

  it('must be told which', async () => {
    expect(await run('replay', shop.shop.slug)).toMatchObject({ code: 2 })
    expect(await run('replay', shop.shop.slug, '--state', 'processed')).toMatchObject({ code: 2 })
    expect(await run('replay', shop.shop.slug, '--since', 'yesterday')).toMatchObject({ code: 2 })
  })
})

describe('erase', () => {
  it('prints what was erased, and says so when nothing was', async () => {
    const other = await addShop(context)
    await putOrder(other, 'AG-1', order({ customer: { name: 'Resi Huber', email: 'resi@example.org' } }))
    const first = await run('erase', other.shop.slug, '--email', 'resi@example.org')
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('orders: AG-1\nlinks: 2') })
    expect(await run('erase', other.shop.slug, '--email', 'resi@example.org')).toMatchObject({
      code: 1,
      out: '',
    })
  })

  it('must be told whom, in one way', async () => {
    expect(await run('erase', shop.shop.slug)).toMatchObject({ code: 2 })
    expect(await run('erase', shop.shop.slug, '--email', 'a@example.org', '--order', '1')).toMatchObject({
      code: 2,
    })
  })
})

describe('import', () => {
  const HEADER =
    'number,placed_at,currency,customer_email,address_country,line_id,line_title,line_quantity,line_unit_price,line_tags,line_options,parcel_carrier,parcel_number,parcel_quantity'
  const ROW =
    'AG-1,2026-11-18T09:12:00+01:00,EUR,resi@example.org,DE,1,Regenjacke,2,18990,new|winter,size=M|colour=Enzian,dhl,00340434161094000001,1'
  const csv = (...rows: string[]) => file('orders.csv', [HEADER, ...rows].join('\n'))
  const state = async (id: string) => ({
    orders:
      await sql()`select number, currency, customer_email as email, placed_at as "placedAt" from orders where shop_id = ${id} order by number`,
    lines:
      await sql()`select id, title, quantity, unit_price as price, tags, options from order_lines where shop_id = ${id} order by order_id, id`,
    parcels: await sql()`select s.carrier, s.number, l.line_id as line, l.quantity from shipment_lines l
      join shipments s on s.shop_id = l.shop_id and s.id = l.shipment_id where l.shop_id = ${id} order by s.number, l.line_id`,
  })

  it('puts several rows together to one order, wherever they stand, and one line into two parcels', async () => {
    const target = await addShop(context)
    const path = csv(
      ROW,
      'AG-2,2026-11-18T09:12:00Z,EUR,,,1,Seil,1,9990,,,,,',
      'AG-1,,,,,1,,,,,,dhl,00340434161094000002,',
      'ag-1,,,,,2,"Mütze ""Alm"", rot",1,2990,,,dhl,00340434161094000002,',
    )
    expect(await run('import', target.shop.slug, path)).toEqual({
      code: 0,
      out: '2 created, 0 updated, 0 refused',
      err: '',
    })
    expect(await state(target.id)).toEqual({
      orders: [
        {
          number: 'AG-1',
          currency: 'EUR',
          email: 'resi@example.org',
          placedAt: new Date('2026-11-18T08:12:00Z'),
        },
        { number: 'AG-2', currency: 'EUR', email: null, placedAt: new Date('2026-11-18T09:12:00Z') },
      ],
      lines: expect.arrayContaining([
        {
          id: '1',
          title: 'Regenjacke',
          quantity: 2,
          price: '18990',
          tags: ['new', 'winter'],
          options: { size: 'M', colour: 'Enzian' },
        },
        { id: '2', title: 'Mütze "Alm", rot', quantity: 1, price: '2990', tags: [], options: {} },
        { id: '1', title: 'Seil', quantity: 1, price: '9990', tags: [], options: {} },
      ]),
      parcels: [
        { carrier: 'dhl', number: '00340434161094000001', line: '1', quantity: 1 },
        { carrier: 'dhl', number: '00340434161094000002', line: '1', quantity: 2 },
        { carrier: 'dhl', number: '00340434161094000002', line: '2', quantity: 1 },
      ],
    })
  })

  it('writes nothing twice', async () => {
    const target = await addShop(context)
    const path = csv(ROW)
    await run('import', target.shop.slug, path)
    const once = [await state(target.id), await effectsOf(database, target.id)]
    expect(await run('import', target.shop.slug, path)).toMatchObject({
      code: 0,
      out: '0 created, 1 updated, 0 refused',
    })
    expect([await state(target.id), await effectsOf(database, target.id)]).toEqual(once)
  })

  it('tells every bad field with its line, leaves its order out and imports the others', async () => {
    const target = await addShop(context)
    const path = csv(
      ROW.replace('AG-1', 'AG-1'),
      'AG-2,2026-11-18,EUR,,,1,Seil,1,99.90,,,,,',
      'AG-2,,,,,2,,0,100,,,,,',
      'AG-3,2026-11-18T09:12:00Z,EURO,no mail,,1,Seil,1,9990,,,,,',
      'AG-3,,USD,,,2,Karabiner,1,990,,,,,',
      ',2026-11-18T09:12:00Z,EUR,,,1,Seil,1,9990,,,,,',
      'AG-4,too,few',
      'AG-4,2026-11-18T09:12:00Z,EUR,,,1,Seil,1,9990,,,,,',
      'AG-5,2026-11-18T09:12:00Z,EUR,,,,Seil,1,9990,,size,,,',
    )
    const { code, out, err } = await run('import', target.shop.slug, path)
    expect([code, out]).toEqual([1, '1 created, 0 updated, 4 refused'])
    expect((await state(target.id)).orders.map(({ number }) => number)).toEqual(['AG-1'])
    const places = err.split('\n').map((line) => line.slice(0, line.indexOf(':')))
    expect(new Set(places)).toEqual(
      new Set([
        'line 3, placed_at',
        'line 3, line_unit_price',
        'line 4, line_title',
        'line 4, line_quantity',
        'line 5, currency',
        'line 5, customer_email',
        'line 6, currency',
        'line 7, number',
        'line 8',
        'line 10, line_id',
      ]),
    )
    expect(err).toContain('«99.90» is no whole number (amounts are minor units: 18990 for 189.90)')
  })

  it('refuses a line that would count twice', async () => {
    const target = await addShop(context)
    const twice = 'AG-1,2026-11-18T09:12:00Z,EUR,,,1,Seil,1,9990,,,,,'
    expect(await run('import', target.shop.slug, csv(twice, twice))).toMatchObject({
      code: 1,
      err: expect.stringContaining('occurs twice'),
    })
    expect(await run('import', target.shop.slug, csv(ROW, ROW))).toMatchObject({
      code: 1,
      err: expect.stringContaining('holds the line 1 already'),
    })
    expect((await state(target.id)).orders).toEqual([])
  })

  it('reads what spreadsheets write: semicolons, a byte order mark, CRLF, empty lines', async () => {
    const target = await addShop(context)
    const path = file('excel.csv', `\ufeff${[HEADER, '', ROW, ''].join('\r\n').replaceAll(',', ';')}`)
    expect(await run('import', target.shop.slug, path)).toMatchObject({
      code: 0,
      out: '1 created, 0 updated, 0 refused',
    })
  })

  it.each([
    ['a column it doesn’t know', HEADER.replace('line_tags', 'colour'), 'line 1, colour'],
    ['a column that lacks', HEADER.replace('line_title,', ''), 'line 1, line_title'],
    ['a column that stands there twice', HEADER.replace('line_tags', 'currency'), 'line 1, currency'],
    ['nothing in it', '', 'is empty'],
    ['a quote that never ends', `${HEADER}\n${ROW}\n"AG-2,x`, 'nothing is imported'],
  ])('imports nothing of a file with %s', async (_, content, reason) => {
    const target = await addShop(context)
    expect(await run('import', target.shop.slug, file('bad.csv', content))).toMatchObject({
      code: 1,
      err: expect.stringContaining(reason),
      out: '0 created, 0 updated, 0 refused',
    })
    expect((await state(target.id)).orders).toEqual([])
  })

  it('refuses text that is no UTF-8, and a file that isn’t there', async () => {
    const target = await addShop(context)
    const latin = file('latin.csv', Buffer.from(`${HEADER}\n${ROW.replace('Regenjacke', 'Mütze')}`, 'latin1'))
    expect(await run('import', target.shop.slug, latin)).toMatchObject({
      code: 1,
      err: expect.stringContaining('line 2, line_title: is no UTF-8'),
    })
    expect(await run('import', target.shop.slug, join(folder, 'none.csv'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('ENOENT'),
    })
  })
})

describe('shop:update', () => {
  it('changes what the file names, and only that', async () => {
    const settings = file(
      'words.json',
      JSON.stringify({ wording: { de: { 'status.delivered.neighbour.title': 'Nebenan' } } }),
    )
    const before = await getShop(context.db, shop.id)
    expect(await run('shop:update', shop.shop.slug, settings)).toMatchObject({
      code: 0,
      out: `version ${before.version + 1}`,
    })
    const after = await getShop(context.db, shop.id)
    expect(after.wording.de).toEqual({ 'status.delivered.neighbour.title': 'Nebenan' })
    expect(after.brand).toEqual(before.brand)
  })

  it('names words that their message can’t take, and changes nothing', async () => {
    const settings = file(
      'faulty.json',
      JSON.stringify({ wording: { de: { 'help.lead': 'Frag {somebody}' } } }),
    )
    const before = await getShop(context.db, shop.id)
    const refused = await run('shop:update', shop.shop.slug, settings)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('wording/de/help.lead')
    expect(await getShop(context.db, shop.id)).toEqual(before)
  })
})
