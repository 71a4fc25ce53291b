import { act, cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { SWRConfig } from 'swr'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useReturn } from '@/components/react'
import { createClient } from '@/lib/client'
import { returnAnswer } from '@/tests/support/return-answer'

const wrapper = ({ children }: { children: ReactNode }) => (
  <SWRConfig value={{ provider: () => new Map() }}>{children}</SWRConfig>
)

/** A server that can be told what to say next. */
function serverSaying(first: () => Response) {
  const server = { say: first, asked: [] as string[] }
  const client = createClient({
    origin: 'https://doorstep.example',
    fetch: async (url, init) => {
      server.asked.push(
        `${init?.method ?? 'GET'} ${new URL(String(url)).pathname} ${init?.body ?? ''}`.trim(),
      )
      return server.say()
    },
  })
  return { server, client }
}

const LINK = { token: 'k.bits', number: 'R7K2-M4QX' }
const tagged = (body: unknown, etag: string) => () => Response.json(body, { headers: { etag } })
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('useReturn', () => {
  it('loads, stays fresh while things may happen, and rests when nothing more will', async () => {
    const { server, client } = serverSaying(tagged(returnAnswer(), '"a"'))
    const { result } = renderHook(() => useReturn(LINK, { client, locale: 'en' }), { wrapper })
    await pass(10)
    expect(result.current).toMatchObject({ state: 'ready', back: { number: 'R7K2-M4QX' } })
    expect(server.asked).toEqual(['GET /api/v1/r/k.bits/R7K2-M4QX'])
    server.say = tagged(returnAnswer({ state: 'credited', final: true }), '"b"')
    await pass(3_100)
    expect(result.current.back?.state).toBe('credited')
    const until = server.asked.length
    await pass(600_000)
    expect(server.asked).toHaveLength(until)
  })

  it('shows at once what a cancellation made of it', async () => {
    const { server, client } = serverSaying(tagged(returnAnswer(), '"a"'))
    const { result } = renderHook(() => useReturn(LINK, { client }), { wrapper })
    await pass(10)
    server.say = tagged(returnAnswer({ state: 'cancelled' }), '"b"')
    await act(() => result.current.cancel())
    expect(server.asked.at(-1)).toBe('POST /api/v1/r/k.bits/R7K2-M4QX/cancel {}')
    expect(result.current.back?.state).toBe('cancelled')
  })

  it('sends an objection, and throws what the server refuses, keeping what it shows', async () => {
    const { server, client } = serverSaying(tagged(returnAnswer(), '"a"'))
    const { result } = renderHook(() => useReturn(LINK, { client }), { wrapper })
    await pass(10)
    const problem = {
      type: 'urn:doorstep:error:invalid_body',
      title: 'No',
      status: 422,
      errors: [
        { pointer: '/key', code: 'nothing_to_contest', detail: 'has no deduction to object to' },
        'odd',
      ],
    }
    server.say = () =>
      Response.json(problem, { status: 422, headers: { 'content-type': 'application/problem+json' } })
    const refused = expect(result.current.contest('1', 'It came like that.')).rejects
    await refused.toMatchObject({
      name: 'ProblemError',
      problem: { status: 422, errors: [problem.errors[0]] },
    })
    expect(server.asked.at(-1)).toBe(
      'POST /api/v1/r/k.bits/R7K2-M4QX/contest {"key":"1","text":"It came like that."}',
    )
    expect(result.current.back?.state).toBe('label_issued')
  })

  it('waits for a link, and says that there is no such return', async () => {
    const { server, client } = serverSaying(() => new Response(null, { status: 404 }))
    const waiting = renderHook(() => useReturn(null, { client }), { wrapper })
    await pass(10_000)
    expect(server.asked).toEqual([])
    expect(waiting.result.current).toMatchObject({ back: null, state: 'loading' })
    const missing = renderHook(() => useReturn(LINK, { client }), { wrapper })
    await pass(10)
    expect(missing.result.current).toMatchObject({ back: null, state: 'missing' })
  })
})
