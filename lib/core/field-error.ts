import type { z } from 'zod'

/** One field that can't be used: a JSON pointer, a code for programs and a sentence for people. */
export type FieldError = { pointer: string; code: string; detail: string }

const escapePart = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1')

/** RFC 6901 pointer of a path. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${escapePart(part)}`).join('')

/** zod's issues as field errors; an unknown field is named by its own pointer. */
export const fieldErrors = (error: z.ZodError): FieldError[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          pointer: pointerOf([...issue.path, key]),
          code: 'unknown_field',
          detail: 'is no field of this body',
        }))
      : [{ pointer: pointerOf(issue.path), code: issue.code, detail: issue.message }],
  )
