import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { SWRConfig } from 'swr'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useOrder, useParcel } from '@/components/react'
import { createClient } from '@/lib/client'
import { orderAnswer, parcelAnswer } from '@/tests/support/order-answer'

const wrapper = ({ children }: { children: ReactNode }) => (
  <SWRConfig value={{ provider: () => new Map() }}>{children}</SWRConfig>
)

/** A server that can be told what to say next. */
function serverSaying(first: () => Response) {
  const asked: (string | null)[] = []
  const server = { say: first, asked }
  const client = createClient({
    origin: 'https://doorstep.example',
    fetch: async (_url, init) => {
      asked.push(new Headers(init?.headers).get('if-none-match'))
      return server.say()
    },
  })
  return { server, client }
}

const tagged = (body: unknown, etag: string) => () => Response.json(body, { headers: { etag } })
const unchanged = () => new Response(null, { status: 304 })
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('useOrder', () => {
  it('loads, asks again with the tag, stays the same object, and takes news over', async () => {
    const { server, client } = serverSaying(tagged(orderAnswer(['tomorrow']), '"a"'))
    const { result } = renderHook(() => useOrder('t', { client, locale: 'de' }), { wrapper })
    expect(result.current).toMatchObject({ order: null, state: 'loading' })
    await pass(10)
    expect(result.current).toMatchObject({ state: 'ready', order: { order: 'AG-1001' } })
    const first = result.current.order

    server.say = unchanged
    await pass(3_100)
    expect(server.asked).toEqual([null, '"a"'])
    expect(result.current.order).toBe(first)

    server.say = tagged(orderAnswer(['out']), '"b"')
    await pass(3_100)
    expect(result.current.order?.parcels[0]?.status).toBe('out_for_delivery.on_vehicle')
  })

  it('asks no more when every parcel has arrived', async () => {
    const { server, client } = serverSaying(tagged(orderAnswer(['delivered']), '"a"'))
    renderHook(() => useOrder('t', { client }), { wrapper })
    await pass(3_600_000)
    const until = server.asked.length
    expect(until).toBeLessThanOrEqual(2)
    await pass(3_600_000)
    act(() => void window.dispatchEvent(new Event('focus')))
    await pass(60_000)
    expect(server.asked).toHaveLength(until)
  })

  it('asks on while something of the order is in no parcel yet', async () => {
    const { server, client } = serverSaying(
      tagged(
        orderAnswer(['delivered'], {
          unshipped: [{ title: 'Hat', variant: null, quantity: 1, image: null }],
        }),
        '"a"',
      ),
    )
    renderHook(() => useOrder('t', { client }), { wrapper })
    await pass(10_000)
    expect(server.asked.length).toBeGreaterThanOrEqual(3)
  })

  it('keeps what it has while the server is away, says so, and recovers', async () => {
    const { server, client } = serverSaying(tagged(orderAnswer(['tomorrow']), '"a"'))
    const { result } = renderHook(() => useOrder('t', { client }), { wrapper })
    await pass(10)
    server.say = () => Response.json({ title: 'Away' }, { status: 503 })
    await pass(3_100)
    expect(result.current).toMatchObject({
      state: 'ready',
      error: { name: 'ProblemError', problem: { status: 503 } },
    })
    expect(result.current.order?.order).toBe('AG-1001')
    server.say = unchanged
    await pass(60_000)
    expect(result.current.error).toBeUndefined()
  })

  it('says that there is no such order, and that it could not be read', async () => {
    const missing = serverSaying(() => new Response(null, { status: 404 }))
    const none = renderHook(() => useOrder('t', { client: missing.client }), { wrapper })
    const failing = serverSaying(() => new Response('', { status: 500 }))
    const failed = renderHook(() => useOrder('t', { client: failing.client }), { wrapper })
    await pass(10)
    expect(none.result.current).toMatchObject({ order: null, state: 'missing' })
    expect(failed.result.current).toMatchObject({
      order: null,
      state: 'failed',
      error: { problem: { status: 500 } },
    })
  })

  it('waits for a token', async () => {
    const { server, client } = serverSaying(tagged(orderAnswer(['tomorrow']), '"a"'))
    const { result } = renderHook(() => useOrder(null, { client }), { wrapper })
    await pass(10_000)
    expect(server.asked).toEqual([])
    expect(result.current.state).toBe('loading')
  })

  it('shows what the server side has read at once, and asks nothing when that is final', async () => {
    const { server, client } = serverSaying(tagged(orderAnswer(['delivered']), '"a"'))
    const initial = orderAnswer(['delivered'])
    const { result } = renderHook(() => useOrder('t', { client, initial }), { wrapper })
    expect(result.current.order).toBe(initial)
    await pass(600_000)
    expect(server.asked).toEqual([])
  })

  it('asks once for two that show the same', async () => {
    const { server, client } = serverSaying(tagged(orderAnswer(['tomorrow']), '"a"'))
    renderHook(() => [useOrder('t', { client }), useOrder('t', { client })], { wrapper })
    await pass(10)
    expect(server.asked).toHaveLength(1)
  })
})

describe('useParcel', () => {
  it('reads the movement, and asks when told to', async () => {
    vi.useRealTimers()
    const { server, client } = serverSaying(tagged(parcelAnswer('delivered'), '"a"'))
    const { result } = renderHook(() => useParcel('alpenglueck', '1', { client }), { wrapper })
    await waitFor(() => expect(result.current.parcel?.final).toBe(true))
    server.say = tagged(parcelAnswer('damaged'), '"b"')
    act(() => result.current.refresh())
    await waitFor(() => expect(result.current.parcel?.status).toBe('delivered.damaged'))
    expect(server.asked).toEqual([null, '"a"'])
  })
})
