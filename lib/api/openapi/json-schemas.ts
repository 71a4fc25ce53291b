import { z } from 'zod'

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json | undefined }

/** Date formats say what their patterns say, in one word. */
const SAID_BY_FORMAT: ReadonlySet<string | undefined> = new Set(['date', 'date-time', 'uuid', 'email'])

const toJson = (value: unknown): Json => JSON.parse(JSON.stringify(value))

const withComponents = (text: string): string => text.replaceAll('"#/$defs/', '"#/components/schemas/')

/** The JSON Schemas of a document: those with an id are told once, and referred to. */
export type JsonSchemas = {
  /** Everything told so far, by name. */
  told: Record<string, Json>
  /** A schema's reference, or itself where it has no name. */
  refer: (schema: z.ZodType, options: { io: 'input' | 'output'; name?: string }) => Json
}

/**
 * Turns zod's schemas into those of OpenAPI 3.1 (JSON Schema 2020-12). What we take is closed; what we answer is open, since fields
 * may be added to it.
 */
export function jsonSchemas(): JsonSchemas {
  const told: Record<string, Json> = {}
  const refer: JsonSchemas['refer'] = (schema, { io, name }) => {
    const made = z.toJSONSchema(schema, {
      target: 'draft-2020-12',
      io,
      override: ({ jsonSchema }) => {
        if (io === 'output' && jsonSchema.additionalProperties === false)
          delete jsonSchema.additionalProperties
        if (SAID_BY_FORMAT.has(jsonSchema.format)) delete jsonSchema.pattern
        delete jsonSchema.id
      },
    })
    const { $schema: _, $defs = {}, ...body } = made
    for (const [id, definition] of Object.entries($defs))
      told[id] = toJson(JSON.parse(withComponents(JSON.stringify(definition))))
    const own = toJson(JSON.parse(withComponents(JSON.stringify(body))))
    if (!name) return own
    told[name] = own
    return { $ref: `#/components/schemas/${name}` }
  }
  return { told, refer }
}
