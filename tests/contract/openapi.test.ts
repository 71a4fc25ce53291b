import { readdirSync } from 'node:fs'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { z } from 'zod'
import { apiDescription, SERVICE_BODIES } from '@/app/_server/api-description'
import type { HostJson } from '@/app/_server/host-json'
import type { InboxState } from '@/db/schema/inbox'
import { problemExample } from '@/lib/api/openapi/problem-answers'
import { problemsOf } from '@/lib/api/openapi/problems-of'
import { operations } from '@/lib/api/operations'
import type { createdEndpointSchema } from '@/lib/api/schemas/endpoint-schema'
import type { hostSchema } from '@/lib/api/schemas/host-schema'
import type { merchantReturnSchema, returnListSchema } from '@/lib/api/schemas/merchant-return-schema'
import type { orderSchema } from '@/lib/api/schemas/order-schema'
import { parcelSchema } from '@/lib/api/schemas/parcel-schema'
import { problemSchema } from '@/lib/api/schemas/problem-schema'
import type { returnOptionsSchema } from '@/lib/api/schemas/return-options-schema'
import type { openedReturnSchema, returnQuoteSchema } from '@/lib/api/schemas/return-quote-schema'
import type { quoteRequestSchema, returnRequestSchema } from '@/lib/api/schemas/return-request-schema'
import type { returnSchema } from '@/lib/api/schemas/return-schema'
import type { shipmentSchema } from '@/lib/api/schemas/shipment-schema'
import { ERROR_CODES } from '@/lib/core/error-codes'
import type { OrderJson } from '@/lib/orders/order-json'
import type { ParcelJson } from '@/lib/parcels/parcel-json'
import type { MerchantReturnJson, ReturnSummaryJson } from '@/lib/returns/json/merchant-return-types'
import type { ReturnOptionsJson, ReturnQuoteJson } from '@/lib/returns/json/options-types'
import type { OpenedReturnJson, ReturnChoice, ReturnRequest } from '@/lib/returns/json/request-types'
import type { ReturnJson } from '@/lib/returns/json/return-types'
import type { CreatedEndpoint } from '@/lib/services/create-endpoint'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']
const ROOT = new URL('../../app', import.meta.url).pathname

const all = operations(SERVICE_BODIES)
const description = apiDescription()
const text = JSON.stringify(description)

/** `GET /api/v1/o/{token}` for every method that a route file answers. */
async function served(folder: string): Promise<string[]> {
  const files = readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
  const routes = files.filter((file) => /(^|\/)route\.tsx?$/.test(file))
  const found = await Promise.all(
    routes.map(async (file) => {
      const module: object = await import(`${ROOT}${folder}/${file}`)
      const path = `${folder}/${file}`.replace(/\/route\.tsx?$/, '').replace(/\[(\w+)\]/g, '{$1}')
      return Object.keys(module)
        .filter((name) => METHODS.includes(name))
        .map((method) => `${method} ${path}`)
    }),
  )
  return found.flat().sort()
}

describe('the description', () => {
  it('tells of every method at every address below /api/v1, and of no other', async () => {
    const told = all.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()
    const routes = await served('/api/v1')
    expect(routes.length).toBeGreaterThan(8)
    expect(told.filter((name) => name.includes('/api/v1/'))).toEqual(routes)
    expect(told.filter((name) => !name.includes('/api/v1/'))).toEqual(await served('/api/health'))
    // Every route of the API is loaded here.
  }, 30_000)

  it('gives every operation a name of its own, a summary and an answer that succeeds', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const { id, summary, answers } of all) {
      expect(id).toMatch(/^[a-z][A-Za-z]+$/)
      expect(summary.length, id).toBeGreaterThan(3)
      expect(Object.keys(answers)[0], id).toMatch(/^2\d\d$/)
    }
  })

  it('names exactly the parameters that stand in a path', () => {
    for (const { path, parameters } of all)
      expect(
        parameters.map(({ name }) => `{${name}}`),
        path,
      ).toEqual(path.match(/\{\w+\}/g) ?? [])
  })

  it('refers to nothing that isn’t there, and leaves nothing that nobody refers to', () => {
    const referred = new Set(
      [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)].map(([, kind, name]) => `${kind}/${name}`),
    )
    expect([...text.matchAll(/"\$ref"/g)].length).toBe(
      [...text.matchAll(/"\$ref":"#\/components\/\w+\/\w+"/g)].length,
    )
    const { schemas, parameters, headers } = description.components
    const there = Object.entries({ schemas, parameters, headers }).flatMap(([kind, parts]) =>
      Object.keys(parts).map((name) => `${kind}/${name}`),
    )
    expect([...referred].sort()).toEqual(there.sort())
  })

  it('asks for a key where a merchant is meant, and for none elsewhere', () => {
    for (const { path, method, access } of all) {
      const operation: unknown = description.paths[path]?.[method]
      expect(operation, path).toMatchObject({ security: access === 'merchant' ? [{ merchantKey: [] }] : [] })
    }
  })

  it('offers an Idempotency-Key on every POST', () => {
    const posts = all.filter(({ method }) => method === 'post')
    expect(posts.length).toBeGreaterThan(2)
    for (const operation of all)
      expect(operation.shared?.includes('idempotencyKey') ?? false, operation.id).toBe(
        operation.method === 'post',
      )
  })

  it('has examples that its own schemas let in', () => {
    for (const { id, body, answers } of all) {
      if (body) expect(body.schema.safeParse(body.example).error?.issues, id).toBeUndefined()
      for (const [status, { schema, example }] of Object.entries(answers))
        if (schema) expect(schema.safeParse(example).error?.issues, `${id} ${status}`).toBeUndefined()
    }
    for (const operation of all)
      for (const code of problemsOf(operation))
        expect(problemSchema.parse(problemExample(code)).status).toBe(ERROR_CODES[code].status)
  })

  it('refuses examples with a field that is told nowhere', () => {
    const order = all.find(({ id }) => id === 'readOrder')
    const { schema, example } = order?.answers[200] ?? {}
    expect(schema?.safeParse(example).success).toBe(true)
    expect(schema?.safeParse({ ...Object(example), surprise: 1 }).success).toBe(false)
  })

  it('closes the bodies that are taken and leaves open what is answered', () => {
    const { schemas } = description.components
    for (const name of ['OrderBody', 'EndpointBody', 'HostBody'])
      expect(schemas[name], name).toMatchObject({ type: 'object', additionalProperties: false })
    for (const name of ['Order', 'Parcel', 'Shipment', 'Host', 'Problem'])
      expect(schemas[name], name).not.toHaveProperty('additionalProperties')
  })
})

describe('the schemas of answers', () => {
  it('are the types that the program answers with', () => {
    expectTypeOf<z.output<typeof parcelSchema>>().toEqualTypeOf<ParcelJson>()
    expectTypeOf<z.output<typeof orderSchema>>().branded.toEqualTypeOf<OrderJson>()
    expectTypeOf<z.output<typeof hostSchema>>().toEqualTypeOf<HostJson>()
    expectTypeOf<z.output<typeof createdEndpointSchema>>().toEqualTypeOf<CreatedEndpoint>()
    expectTypeOf<z.output<typeof shipmentSchema>['inbox'][number]['state']>().toEqualTypeOf<InboxState>()
    expectTypeOf<z.output<typeof returnSchema>>().branded.toEqualTypeOf<ReturnJson>()
    expectTypeOf<z.output<typeof merchantReturnSchema>>().branded.toEqualTypeOf<MerchantReturnJson>()
    expectTypeOf<
      z.output<typeof returnListSchema>['returns'][number]
    >().branded.toEqualTypeOf<ReturnSummaryJson>()
    expectTypeOf<z.output<typeof returnOptionsSchema>>().branded.toEqualTypeOf<ReturnOptionsJson>()
    expectTypeOf<z.output<typeof openedReturnSchema>>().toEqualTypeOf<OpenedReturnJson>()
    expectTypeOf<z.input<typeof quoteRequestSchema>>().branded.toEqualTypeOf<ReturnChoice>()
    expectTypeOf<z.input<typeof returnRequestSchema>>().branded.toEqualTypeOf<ReturnRequest>()
    expectTypeOf<z.output<typeof returnQuoteSchema>>().branded.toEqualTypeOf<ReturnQuoteJson>()
    expect(parcelSchema.shape.status.options.length).toBe(83)
  })
})
