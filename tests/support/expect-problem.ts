import { expect } from 'vitest'

/** An error as RFC 9457 problem details. */
export async function expectProblem(response: Response, status: number) {
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(await response.json()).toMatchObject({
    status,
    type: expect.stringMatching(/^urn:/),
    title: expect.any(String),
  })
}
