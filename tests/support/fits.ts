import { expect } from 'vitest'
import { SERVICE_BODIES } from '@/app/_server/api-description'
import { problemsOf } from '@/lib/api/openapi/problems-of'
import { operations } from '@/lib/api/operations'
import { problemSchema } from '@/lib/api/schemas/problem-schema'

const told = operations(SERVICE_BODIES)

/** Holds an answer against what the description says of its address, and hands its body on; null where there is none. */
export async function fits(method: string, path: string, response: Response): Promise<unknown> {
  const operation = told.find((one) => one.path === path && one.method.toUpperCase() === method)
  if (!operation) throw new Error(`nobody tells of ${method} ${path}`)
  const name = `${operation.id} ${response.status}`
  const answer = operation.answers[response.status]
  if (answer && !answer.schema) return null
  const body: unknown = await response.json()
  if (answer) {
    expect(response.headers.get('content-type'), name).toBe('application/json')
    expect(answer.schema?.safeParse(body).error?.issues, name).toBeUndefined()
  } else {
    expect(response.headers.get('content-type'), name).toBe('application/problem+json')
    const problem = problemSchema.parse(body)
    expect(problem.status, name).toBe(response.status)
    const known = problemsOf(operation).map((code) => `urn:doorstep:error:${code}`)
    expect(known, name).toContain(problem.type)
  }
  return body
}
