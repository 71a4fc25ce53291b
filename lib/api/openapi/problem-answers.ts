import { ERROR_CODES, type ErrorCode } from '@/lib/core/error-codes'
import type { Json } from './json-schemas'

/** A problem document as an example. */
export const problemExample = (code: ErrorCode) => ({
  type: `urn:doorstep:error:${code}`,
  title: ERROR_CODES[code].title,
  status: ERROR_CODES[code].status,
})

/** The answers of an operation's errors, by status; each names its codes. */
export function problemAnswers(
  codes: readonly ErrorCode[],
  headersAt: (status: number) => Json,
): Record<string, Json> {
  const statuses = [...new Set(codes.map((code) => ERROR_CODES[code].status))].sort((a, b) => a - b)
  return Object.fromEntries(
    statuses.map((status) => {
      const here = codes.filter((code) => ERROR_CODES[code].status === status)
      return [
        String(status),
        {
          description: here.map((code) => `\`${code}\`: ${ERROR_CODES[code].title}.`).join(' '),
          headers: headersAt(status),
          content: {
            'application/problem+json': {
              schema: { $ref: '#/components/schemas/Problem' },
              examples: Object.fromEntries(here.map((code) => [code, { value: problemExample(code) }])),
            },
          },
        },
      ]
    }),
  )
}
