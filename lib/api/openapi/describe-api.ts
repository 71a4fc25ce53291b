import { type Answer, type Operation, TAGS } from '@/lib/api/operation'
import { operations, type ServiceBodies } from '@/lib/api/operations'
import { problemSchema } from '@/lib/api/schemas/problem-schema'
import { HEADER_NAMES, HEADERS, MERCHANT_KEY, PARAMETERS, SECURITY_SCHEMES } from './components'
import { type Json, type JsonSchemas, jsonSchemas } from './json-schemas'
import { problemAnswers } from './problem-answers'
import { problemsOf } from './problems-of'

const LIMITED = ['RateLimitPolicy', 'RateLimit'] as const

/** Statuses that say when to come back. */
const WITH_WAIT: ReadonlySet<number> = new Set([429, 503])

const headersOf = (names: readonly (keyof typeof HEADERS)[]): Json =>
  Object.fromEntries(names.map((name) => [HEADER_NAMES[name], { $ref: `#/components/headers/${name}` }]))

const limitedOf = ({ access }: Operation) => (access === 'open' ? [] : LIMITED)

function answerOf(
  operation: Operation,
  { description, schema, example, headers = [], mediaType }: Answer,
  { refer }: JsonSchemas,
): Json {
  const type = mediaType ?? (schema ? 'application/json' : null)
  const content = type && {
    [type]: schema ? { schema: refer(schema, { io: 'output' }), example: toJson(example) } : { schema: {} },
  }
  return {
    description,
    headers: headersOf([...headers, ...limitedOf(operation)]),
    ...(content && { content }),
  }
}

const toJson = (value: unknown): Json => JSON.parse(JSON.stringify(value))

function operationOf(operation: Operation, schemas: JsonSchemas): Json {
  const {
    id,
    tag,
    summary,
    description,
    access,
    parameters,
    query = [],
    shared = [],
    body,
    answers,
  } = operation
  const told = [description, operation.warehouse && 'A warehouse’s key may, too.'].filter(Boolean).join(' ')
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(told && { description: told }),
    security: access === 'merchant' ? [{ [MERCHANT_KEY]: [] }] : [],
    parameters: [
      ...parameters.map(({ name, description, example }) => ({
        name,
        in: 'path',
        required: true,
        description,
        schema: { type: 'string' },
        example,
      })),
      ...query.map(({ name, description, schema, example }) => ({
        name,
        in: 'query',
        description,
        schema: schemas.refer(schema, { io: 'input' }),
        ...(example !== undefined && { example }),
      })),
      ...shared.map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ],
    ...(body && {
      requestBody: {
        required: true,
        description: body.description,
        content: {
          'application/json': {
            schema: schemas.refer(body.schema, { io: 'input', name: body.name }),
            example: toJson(body.example),
          },
        },
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [status, answerOf(operation, answer, schemas)]),
      ),
      ...problemAnswers(problemsOf(operation), (status) =>
        headersOf([...limitedOf(operation), ...(WITH_WAIT.has(status) ? (['RetryAfter'] as const) : [])]),
      ),
    },
  }
}

/** The API as an OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1), made of the schemas that validate. */
export function describeApi(origin: string, bodies: ServiceBodies) {
  const schemas = jsonSchemas()
  const all = operations(bodies)
  const paths: Record<string, Record<string, Json>> = {}
  for (const operation of all)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationOf(operation, schemas) }
  schemas.refer(problemSchema, { io: 'output' })
  return {
    openapi: '3.1.1',
    info: {
      title: 'Doorstep',
      version: '1',
      summary: 'Orders, parcels and returns of a shop as JSON.',
      description:
        'Merchants send `Authorization: Bearer ds_…`; shoppers need no more than the token of their link. Errors are RFC 9457 ' +
        'problem details. Answers may gain fields; bodies with unknown fields are refused.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: origin }] as const,
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: schemas.told,
      parameters: PARAMETERS,
      headers: HEADERS,
      securitySchemes: SECURITY_SCHEMES,
    },
  } satisfies Json
}

export type ApiDescription = ReturnType<typeof describeApi>
