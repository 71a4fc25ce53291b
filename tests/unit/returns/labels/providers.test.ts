import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { drawCode } from '@/lib/returns/labels/draw-code'
import { drawLabel } from '@/lib/returns/labels/draw-label'
import type { LabelProvider, LabelRequest } from '@/lib/returns/labels/label-request'
import { dhl } from '@/lib/services/returns/labels/providers/dhl'
import { easypost } from '@/lib/services/returns/labels/providers/easypost'
import { sendcloud } from '@/lib/services/returns/labels/providers/sendcloud'
import { shippo } from '@/lib/services/returns/labels/providers/shippo'
import { type SafeFetch, safeFetch } from '@/lib/services/safe-fetch'
import { type Answer, type FakeProvider, fakeProvider } from '@/tests/support/label-providers'
import { labelFacts, talkIn } from '@/tests/support/sample-label'

let server: FakeProvider
let pdf: Uint8Array
let png: Uint8Array

beforeAll(async () => {
  server = await fakeProvider()
  pdf = await drawLabel(labelFacts(), 'a6', talkIn('de'))
  png = await drawCode('R7K2M4QX01', 'png')
})
afterAll(() => server.close())
beforeEach(() => server.reset())

/** The providers' own limit of time, made short. */
const fetch: SafeFetch = (url, limits) => safeFetch(url, { ...limits, timeoutMs: 400, allowPrivate: true })

const REFERENCE = '0191f000-0000-7000-8000-000000000001-1'

const request = (more: Partial<LabelRequest> = {}): LabelRequest => ({
  reference: REFERENCE,
  name: 'R7K2-M4QX-1',
  since: new Date('2026-11-20T12:00:00Z'),
  now: new Date('2026-11-21T12:00:00Z'),
  carrier: 'usps',
  service: 'GroundAdvantage',
  from: {
    name: 'Resi Huber',
    line1: 'Sendlinger Str. 1',
    line2: 'Hinterhaus',
    postalCode: '80331',
    city: 'München',
    region: null,
    countryCode: 'DE',
    email: 'resi@example.org',
    phone: '+49891234567',
  },
  to: {
    name: 'Alpenglück Retouren',
    line1: 'Gewerbepark 12',
    line2: null,
    postalCode: '6020',
    city: 'Innsbruck',
    region: 'Tirol',
    countryCode: 'AT',
    email: null,
    phone: null,
  },
  parcel: { weightGrams: 1500, lengthMm: 300, widthMm: 200, heightMm: 100 },
  wantsCode: false,
  isRepeat: false,
  ...more,
})

const calls = () => server.asked.map(({ method, url }) => `${method} ${url}`)
const file = (): Answer => ({ raw: pdf, headers: { 'content-type': 'application/pdf' } })
const picture = (): Answer => ({ raw: png, headers: { 'content-type': 'image/png' } })

// As https://docs.easypost.com/docs/shipments answers, shortened to what is there of interest.
const EASYPOST_SHIPMENT = {
  id: 'shp_597ccf75eb5f441282d22199e802474b',
  object: 'Shipment',
  created_at: '2026-11-21T12:00:00Z',
  is_return: true,
  messages: [],
  mode: 'test',
  reference: REFERENCE,
  tracking_code: null,
  postage_label: null,
  selected_rate: null,
  rates: [
    { id: 'rate_1', object: 'Rate', carrier: 'USPS', service: 'Priority', rate: '7.15', currency: 'USD' },
    {
      id: 'rate_2',
      object: 'Rate',
      carrier: 'USPS',
      service: 'GroundAdvantage',
      rate: '5.93',
      currency: 'USD',
    },
    { id: 'rate_3', object: 'Rate', carrier: 'UPSDAP', service: 'Ground', rate: '3.10', currency: 'USD' },
  ],
}
const easypostBought = () => ({
  ...EASYPOST_SHIPMENT,
  tracking_code: '9405500208303109884199',
  selected_rate: { id: 'rate_2', carrier: 'USPS', service: 'GroundAdvantage', rate: '5.93' },
  postage_label: {
    object: 'PostageLabel',
    label_file_type: 'application/pdf',
    label_url: `${server.origin}/files/label.pdf`,
    label_pdf_url: `${server.origin}/files/label.pdf`,
  },
})
const SHIPMENT_PATH = `/v2/shipments/${EASYPOST_SHIPMENT.id}`

describe('EasyPost', () => {
  const provider = () => easypost(fetch, 'EZAKkey', { url: server.origin, carrierAccount: 'ca_1' })
  beforeEach(() => {
    server.on('POST /v2/shipments', { status: 201, json: EASYPOST_SHIPMENT })
    server.on(`POST ${SHIPMENT_PATH}/buy`, { json: easypostBought() })
    server.on('GET /files/label.pdf', file())
  })

  it('makes a return shipment, buys the asked service and fetches the label', async () => {
    const issued = await provider().issue(request())
    expect(issued).toEqual({
      ok: true,
      value: {
        reference: EASYPOST_SHIPMENT.id,
        number: '9405500208303109884199',
        carrier: 'usps',
        files: [{ form: 'a6', mediaType: 'application/pdf', content: expect.any(Uint8Array) }],
        qrText: null,
      },
    })
    expect(calls()).toEqual(['POST /v2/shipments', `POST ${SHIPMENT_PATH}/buy`, 'GET /files/label.pdf'])
    const [made, bought, fetched] = server.asked
    expect(made?.headers.authorization).toBe(`Basic ${Buffer.from('EZAKkey:').toString('base64')}`)
    expect(made?.body).toEqual({
      shipment: {
        reference: REFERENCE,
        is_return: true,
        // As on the way out: EasyPost turns them round.
        to_address: {
          name: 'Resi Huber',
          street1: 'Sendlinger Str. 1',
          street2: 'Hinterhaus',
          city: 'München',
          state: null,
          zip: '80331',
          country: 'DE',
          phone: '+49891234567',
          email: 'resi@example.org',
        },
        from_address: {
          name: 'Alpenglück Retouren',
          street1: 'Gewerbepark 12',
          street2: null,
          city: 'Innsbruck',
          state: 'Tirol',
          zip: '6020',
          country: 'AT',
          phone: null,
          email: null,
        },
        parcel: { weight: 52.9, length: 11.8, width: 7.9, height: 3.9 },
        options: { label_format: 'PDF' },
        carrier_accounts: ['ca_1'],
      },
    })
    expect(bought?.body).toEqual({ rate: { id: 'rate_2' } })
    // The files lie in somebody else's store.
    expect(fetched?.headers.authorization).toBeUndefined()
  })

  it('fetches a code to show where one is wanted', async () => {
    const forms = [
      { object: 'Form', form_type: 'label_qr_code', form_url: `${server.origin}/files/code.png` },
    ]
    server.on(`POST ${SHIPMENT_PATH}/forms`, { json: { ...easypostBought(), forms } })
    server.on('GET /files/code.png', picture())
    const issued = await provider().issue(request({ wantsCode: true }))
    expect(issued.ok && issued.value.files.map(({ form, mediaType }) => [form, mediaType])).toEqual([
      ['a6', 'application/pdf'],
      ['qr', 'image/png'],
    ])
    expect(server.asked.find(({ url }) => url.endsWith('/forms'))?.body).toEqual({
      form: { type: 'label_qr_code' },
    })
  })

  it('buys nothing where the asked service isn’t offered, and says what is', async () => {
    const refused = await provider().issue(request({ service: 'Express' }))
    expect(refused).toMatchObject({ ok: false, error: { passes: false } })
    expect(!refused.ok && refused.error.detail).toContain('offered: USPS Priority, USPS GroundAdvantage')
    expect(calls()).toEqual(['POST /v2/shipments'])
  })

  it('finds what was bought under our reference, and nothing where nothing was', async () => {
    server.on(`GET /v2/shipments/${REFERENCE}`, { json: easypostBought() })
    const found = await provider().find?.(request())
    expect(found).toMatchObject({ ok: true, value: { number: '9405500208303109884199' } })
    server.on(`GET /v2/shipments/${REFERENCE}`, { json: EASYPOST_SHIPMENT })
    expect(await provider().find?.(request())).toEqual({ ok: true, value: null })
    server.on(`GET /v2/shipments/${REFERENCE}`, {
      status: 404,
      json: {
        error: { code: 'NOT_FOUND', message: 'The requested resource could not be found.', errors: [] },
      },
    })
    expect(await provider().find?.(request())).toEqual({ ok: true, value: null })
  })

  it('buys the shipment that an earlier try has made instead of making another', async () => {
    server.on(`GET /v2/shipments/${REFERENCE}`, { json: EASYPOST_SHIPMENT })
    expect((await provider().issue(request({ isRepeat: true }))).ok).toBe(true)
    expect(calls()).not.toContain('POST /v2/shipments')
  })

  it.each([
    ['submitted', true],
    ['refunded', true],
    ['not_applicable', true],
    ['rejected', false],
  ])('gives an unused label back: %s', async (refund_status, ok) => {
    server.on(`POST ${SHIPMENT_PATH}/refund`, { json: { ...easypostBought(), refund_status } })
    expect((await provider().void(EASYPOST_SHIPMENT.id)).ok).toBe(ok)
    expect(calls()).toEqual([`POST ${SHIPMENT_PATH}/refund`])
  })
})

// As https://docs.goshippo.com/api-reference answers.
const SHIPPO_SHIPMENT = {
  object_id: '915d94940ea54c3a80cbfa328722f5a1',
  status: 'SUCCESS',
  messages: [],
  rates: [
    {
      object_id: 'rate_ups',
      amount: '4.10',
      currency: 'USD',
      provider: 'UPS',
      servicelevel: { name: 'Ground', token: 'ups_ground' },
    },
    {
      object_id: 'rate_usps',
      amount: '5.50',
      currency: 'USD',
      provider: 'USPS',
      servicelevel: { name: 'Ground Advantage', token: 'usps_ground_advantage' },
    },
  ],
}
const shippoTransaction = (more: Record<string, unknown> = {}) => ({
  object_id: '70ae8117ee1749e393f249d5b77c45e0',
  object_state: 'VALID',
  status: 'SUCCESS',
  rate: 'rate_usps',
  metadata: REFERENCE,
  tracking_number: '9499907123456123456781',
  label_url: `${server.origin}/files/label.pdf`,
  qr_code_url: null,
  messages: [],
  ...more,
})

describe('Shippo', () => {
  const provider = () => shippo(fetch, 'shippo_test_1', { url: server.origin })
  const asked = (more: Partial<LabelRequest> = {}) => request({ service: 'usps_ground_advantage', ...more })
  beforeEach(() => {
    server.on('POST /shipments/', { status: 201, json: SHIPPO_SHIPMENT })
    server.on('POST /transactions/', { status: 201, json: shippoTransaction() })
    server.on('GET /files/label.pdf', file())
    server.on('GET /files/code.png', picture())
  })

  it('makes a scan-based return, buys the asked service and fetches the label', async () => {
    expect(await provider().issue(asked())).toEqual({
      ok: true,
      value: {
        reference: '70ae8117ee1749e393f249d5b77c45e0',
        number: '9499907123456123456781',
        carrier: 'usps',
        files: [{ form: 'a6', mediaType: 'application/pdf', content: expect.any(Uint8Array) }],
        qrText: null,
      },
    })
    const [made, bought] = server.asked
    expect(made?.headers).toMatchObject({
      authorization: 'ShippoToken shippo_test_1',
      'shippo-api-version': '2018-02-08',
    })
    expect(made?.body).toMatchObject({
      // Shippo turns these two round for this carrier.
      address_from: { name: 'Alpenglück Retouren', zip: '6020', country: 'AT' },
      address_to: {
        name: 'Resi Huber',
        street1: 'Sendlinger Str. 1',
        zip: '80331',
        email: 'resi@example.org',
      },
      parcels: [
        {
          length: '30.0',
          width: '20.0',
          height: '10.0',
          distance_unit: 'cm',
          weight: '1500',
          mass_unit: 'g',
        },
      ],
      extra: { is_return: true },
      metadata: REFERENCE,
      async: false,
    })
    expect(bought?.body).toEqual({
      rate: 'rate_usps',
      label_file_type: 'PDF',
      metadata: REFERENCE,
      async: false,
    })
  })

  it('turns the addresses round itself for carriers without scan-based returns', async () => {
    server.on('POST /shipments/', {
      status: 201,
      json: { ...SHIPPO_SHIPMENT, rates: [{ ...SHIPPO_SHIPMENT.rates[0], provider: 'DHL Express' }] },
    })
    expect((await provider().issue(asked({ carrier: 'dhl-express', service: null }))).ok).toBe(true)
    expect(server.asked[0]?.body).toMatchObject({
      address_from: { name: 'Resi Huber' },
      address_to: { name: 'Alpenglück Retouren' },
      extra: {},
    })
  })

  it('asks for a code to show and keeps it', async () => {
    server.on('POST /transactions/', {
      status: 201,
      json: shippoTransaction({ qr_code_url: `${server.origin}/files/code.png` }),
    })
    const issued = await provider().issue(asked({ wantsCode: true }))
    expect(issued.ok && issued.value.files.map(({ form }) => form)).toEqual(['a6', 'qr'])
    expect(server.asked[0]?.body).toMatchObject({ extra: { is_return: true, qr_code_requested: true } })
  })

  it('says what the carrier said where the transaction fails', async () => {
    const messages = [{ source: 'USPS', code: '', text: 'The postal code is invalid.' }]
    server.on('POST /transactions/', { status: 201, json: shippoTransaction({ status: 'ERROR', messages }) })
    expect(await provider().issue(asked())).toEqual({
      ok: false,
      error: { detail: 'transaction ERROR; The postal code is invalid.', passes: false },
    })
  })

  it('waits for a label that is still being made', async () => {
    server.on('POST /transactions/', { status: 201, json: shippoTransaction({ status: 'QUEUED' }) })
    expect(await provider().issue(asked())).toMatchObject({ ok: false, error: { passes: true } })
  })

  it('finds what was bought under our reference on a later page, and nothing that failed', async () => {
    const others = [shippoTransaction({ metadata: 'x' }), shippoTransaction({ status: 'ERROR' })]
    server.on('GET /transactions/?results=100&page=1', { json: { next: 'more', results: others } })
    server.on('GET /transactions/?results=100&page=2', {
      json: { next: null, results: [shippoTransaction()] },
    })
    expect(await provider().find?.(asked())).toMatchObject({
      ok: true,
      value: { number: '9499907123456123456781' },
    })
    server.on('GET /transactions/?results=100&page=1', { json: { next: null, results: others } })
    expect(await provider().find?.(asked())).toEqual({ ok: true, value: null })
  })

  it.each([
    ['QUEUED', true],
    ['SUCCESS', true],
    ['ERROR', false],
  ])('gives an unused label back: %s', async (status, ok) => {
    server.on('POST /refunds/', { status: 201, json: { object_id: 'r', transaction: 't', status } })
    expect((await provider().void('t')).ok).toBe(ok)
    expect(server.asked[0]?.body).toEqual({ transaction: 't', async: false })
  })
})

// As https://sendcloud.dev/api/v3/returns answers.
const sendcloudReturn = (more: Record<string, unknown> = {}) => ({
  created_at: '2026-11-21T12:00:00.000000+01:00',
  is_cancellable: true,
  shipping_option: { code: 'dpd:return/return' },
  tracking_number: 'JVGL1234567800001339',
  order_number: 'R7K2-M4QX-1',
  label: {
    label_printer: 'https://panel.sendcloud.sc/api/v3/parcels/67880/documents/label',
    normal_printer: [],
  },
  ...more,
})

describe('Sendcloud', () => {
  const provider = () => sendcloud(fetch, 'secret', { url: server.origin, publicKey: 'public' })
  const asked = (more: Partial<LabelRequest> = {}) =>
    request({ carrier: 'dpd', service: 'dpd:return/return', ...more })
  const LABEL = '/api/v3/parcels/67880/documents/label?paper_size=A6'
  beforeEach(() => {
    server.on('POST /api/v3/returns/announce-synchronously', {
      status: 201,
      json: { return_id: 12345, parcel_id: 67880, multi_collo_ids: [] },
    })
    server.on('GET /api/v3/returns/12345', { json: sendcloudReturn() })
    server.on(`GET ${LABEL}`, file())
  })

  it('announces a return and fetches its number and its label', async () => {
    expect(await provider().issue(asked())).toEqual({
      ok: true,
      value: {
        reference: '12345',
        number: 'JVGL1234567800001339',
        carrier: 'dpd',
        files: [{ form: 'a6', mediaType: 'application/pdf', content: expect.any(Uint8Array) }],
        qrText: null,
      },
    })
    expect(calls()).toEqual([
      'POST /api/v3/returns/announce-synchronously',
      'GET /api/v3/returns/12345',
      `GET ${LABEL}`,
    ])
    for (const { headers } of server.asked)
      expect(headers.authorization).toBe(`Basic ${Buffer.from('public:secret').toString('base64')}`)
    expect(server.asked[0]?.body).toEqual({
      from_address: {
        name: 'Resi Huber',
        address_line_1: 'Sendlinger Str.',
        house_number: '1',
        address_line_2: 'Hinterhaus',
        postal_code: '80331',
        city: 'München',
        country_code: 'DE',
        phone_number: '+49891234567',
        email: 'resi@example.org',
      },
      to_address: {
        name: 'Alpenglück Retouren',
        address_line_1: 'Gewerbepark',
        house_number: '12',
        postal_code: '6020',
        city: 'Innsbruck',
        country_code: 'AT',
      },
      ship_with: { type: 'shipping_option_code', shipping_option_code: 'dpd:return/return' },
      dimensions: { length: 30, width: 20, height: 10, unit: 'cm' },
      weight: { value: 1.5, unit: 'kg' },
      collo_count: 1,
      send_tracking_emails: false,
      order_number: 'R7K2-M4QX-1',
      external_reference: REFERENCE,
    })
  })

  it('asks nobody where the method names no service', async () => {
    expect(await provider().issue(asked({ service: null }))).toMatchObject({
      ok: false,
      error: { passes: false },
    })
    expect(calls()).toEqual([])
  })

  it('waits for a number, and gives up where the carrier refuses', async () => {
    server.on('GET /api/v3/returns/12345', { json: sendcloudReturn({ tracking_number: null }) })
    expect(await provider().issue(asked())).toMatchObject({ ok: false, error: { passes: true } })
    const errors = [{ detail: 'The postal code is unknown to DPD.' }]
    server.on('GET /api/v3/returns/12345', { json: sendcloudReturn({ tracking_number: null, errors }) })
    expect(await provider().issue(asked())).toEqual({
      ok: false,
      error: { detail: 'The postal code is unknown to DPD.', passes: false },
    })
  })

  it('finds what was announced under our name among the returns since then', async () => {
    const first =
      '/api/v3/returns?from_date=2026-11-19+12%3A00%3A00&to_date=2026-11-22+12%3A00%3A00&page_size=40'
    server.on(`GET ${first}`, {
      json: {
        next: `${server.origin}/api/v3/returns?cursor=cD0z`,
        data: [sendcloudReturn({ order_number: 'x' })],
      },
    })
    server.on(`GET ${first}&cursor=cD0z`, { json: { next: null, data: [sendcloudReturn({ id: 12345 })] } })
    expect(await provider().find?.(asked())).toMatchObject({
      ok: true,
      value: { reference: '12345', number: 'JVGL1234567800001339' },
    })
    server.on(`GET ${first}`, { json: { next: null, data: [] } })
    expect(await provider().find?.(asked())).toEqual({ ok: true, value: null })
  })

  it('requests a cancellation, and says where there is none', async () => {
    server.on('PATCH /api/v3/returns/12345/cancel', {
      status: 202,
      json: { message: 'Cancellation requested successfully' },
    })
    expect(await provider().void('12345')).toEqual({ ok: true, value: null })
    server.on('PATCH /api/v3/returns/12345/cancel', {
      status: 409,
      json: { errors: [{ field: 'returns', code: 409, message: 'Return is not cancellable.' }] },
    })
    expect(await provider().void('12345')).toMatchObject({
      ok: false,
      error: { detail: '409: Return is not cancellable.', passes: false },
    })
  })
})

describe('DHL Parcel DE Returns', () => {
  const ORDERS = '/parcel/de/shipping/returns/v1/orders?labelType=BOTH'
  const provider = () =>
    dhl(
      fetch,
      { password: 'geheim', key: 'api-key' },
      { url: server.origin, receiverId: 'deu', username: 'user-valid' },
    )
  const asked = (more: Partial<LabelRequest> = {}) => request({ carrier: 'dhl', service: null, ...more })
  const confirmation = (more: Record<string, unknown> = {}) => ({
    sstatus: { title: 'Created', status: 201, detail: 'Created' },
    shipmentNo: '999991587211',
    label: { b64: Buffer.from(pdf).toString('base64') },
    qrLabel: { b64: Buffer.from(png).toString('base64') },
    qrLink: 'https://www.dhl.de/retoure/qr',
    routingCode: '40327653113+99000933090010',
    ...more,
  })
  beforeEach(() => server.on(`POST ${ORDERS}`, { status: 201, json: confirmation() }))

  it('orders a label and a code in one call', async () => {
    expect(await provider().issue(asked())).toEqual({
      ok: true,
      value: {
        reference: '999991587211',
        number: '999991587211',
        carrier: 'dhl',
        files: [
          { form: 'a6', mediaType: 'application/pdf', content: expect.any(Uint8Array) },
          { form: 'qr', mediaType: 'image/png', content: expect.any(Uint8Array) },
        ],
        qrText: null,
      },
    })
    const [order] = server.asked
    expect(order?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from('user-valid:geheim').toString('base64')}`,
      'dhl-api-key': 'api-key',
    })
    expect(order?.body).toEqual({
      receiverId: 'deu',
      customerReference: 'R7K2-M4QX-1',
      shipmentReference: REFERENCE,
      shipper: {
        name1: 'Resi Huber',
        name2: 'Hinterhaus',
        addressStreet: 'Sendlinger Str.',
        addressHouse: '1',
        postalCode: '80331',
        city: 'München',
        email: 'resi@example.org',
        phone: '+49891234567',
      },
      itemWeight: { uom: 'g', value: 1500 },
    })
  })

  it('takes the code alone where a code is wanted', async () => {
    server.on(`POST ${ORDERS}`, { status: 201, json: confirmation({ label: undefined }) })
    expect((await provider().issue(asked({ wantsCode: true }))).ok).toBe(true)
    expect(await provider().issue(asked())).toMatchObject({ ok: false, error: { passes: false } })
  })

  it('keeps no label that is none', async () => {
    const label = { b64: Buffer.from('<html>an error</html>').toString('base64') }
    server.on(`POST ${ORDERS}`, { status: 201, json: confirmation({ label }) })
    expect(await provider().issue(asked())).toMatchObject({
      ok: false,
      error: { detail: 'DHL’s label is no PDF', passes: false },
    })
  })

  it('gives nothing back, since an unused label costs nothing', async () => {
    expect(await provider().void('999991587211')).toEqual({ ok: true, value: null })
    expect(calls()).toEqual([])
    expect(provider().find).toBeUndefined()
  })
})

const EVERY: [string, () => LabelProvider, string, Partial<LabelRequest>][] = [
  ['EasyPost', () => easypost(fetch, 'key', { url: server.origin }), 'POST /v2/shipments', {}],
  ['Shippo', () => shippo(fetch, 'token', { url: server.origin }), 'POST /shipments/', {}],
  [
    'Sendcloud',
    () => sendcloud(fetch, 'secret', { url: server.origin, publicKey: 'public' }),
    'POST /api/v3/returns/announce-synchronously',
    { service: 'dpd:return/return' },
  ],
  [
    'DHL',
    () => dhl(fetch, { password: 'p', key: 'k' }, { url: server.origin, receiverId: 'deu', username: 'u' }),
    'POST /parcel/de/shipping/returns/v1/orders',
    {},
  ],
]

const FAULTS: [string, Answer, { detail?: string; passes: boolean; retryAfterSeconds?: number }][] = [
  [
    'a refusal',
    { status: 422, json: { error: { message: 'House number is missing' } } },
    { detail: '422: House number is missing', passes: false },
  ],
  [
    'a wrong secret',
    { status: 401, json: { message: 'Unauthorized' } },
    { detail: '401: Unauthorized', passes: false },
  ],
  ['no money', { status: 402, json: {} }, { detail: '402', passes: false }],
  [
    'too many requests',
    { status: 429, json: {}, headers: { 'retry-after': '30' } },
    { passes: true, retryAfterSeconds: 30 },
  ],
  ['an outage', { status: 503, raw: '<html>down</html>' }, { detail: '503', passes: true }],
  ['silence', { never: true }, { detail: 'timeout', passes: true }],
  ['what is no JSON', { status: 200, raw: '<html>Welcome</html>' }, { passes: false }],
  ['JSON of another shape', { status: 200, json: { hello: 'world' } }, { passes: false }],
  [
    'a redirect',
    { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
    { detail: 'redirect_refused', passes: false },
  ],
]

describe.each(EVERY)('%s answering with', (_name, provider, route, more) => {
  it.each(FAULTS)('%s', async (_fault, answer, expected) => {
    server.on(route, answer)
    const outcome = await provider().issue(request(more))
    expect(outcome).toMatchObject({ ok: false, error: expected })
    // Nothing is bought after a fault.
    expect(server.asked).toHaveLength(1)
    // Never a secret, nor anybody's address.
    expect(JSON.stringify(outcome)).not.toMatch(/Resi|Sendlinger|Basic |ShippoToken/)
  })

  it('nothing at all: nobody listens', async () => {
    const away: SafeFetch = (url, limits) =>
      safeFetch(url.replace(server.origin, 'http://127.0.0.1:9'), { ...limits, allowPrivate: true })
    const makers: Record<string, LabelProvider> = {
      EasyPost: easypost(away, 'key', { url: server.origin }),
      Shippo: shippo(away, 'token', { url: server.origin }),
      Sendcloud: sendcloud(away, 'secret', { url: server.origin, publicKey: 'public' }),
      DHL: dhl(away, { password: 'p', key: 'k' }, { url: server.origin, receiverId: 'deu', username: 'u' }),
    }
    expect(await makers[_name]?.issue(request(more))).toEqual({
      ok: false,
      error: { detail: 'connection_failed', passes: true },
    })
  })
})

describe('a label’s file', () => {
  it.each([
    ['is missing', { status: 404, json: {} }],
    ['is an error page', { raw: '<html>expired</html>' }],
    ['is a picture', { raw: '\x89PNG' }],
  ] satisfies [string, Answer][])(
    'that %s isn’t kept: what was bought is looked for again',
    async (_what, answer) => {
      server.on('POST /v2/shipments', { json: EASYPOST_SHIPMENT })
      server.on(`POST ${SHIPMENT_PATH}/buy`, { json: easypostBought() })
      server.on('GET /files/label.pdf', answer)
      const outcome = await easypost(fetch, 'key', { url: server.origin }).issue(request())
      expect(outcome).toMatchObject({ ok: false, error: { passes: true } })
    },
  )
})
