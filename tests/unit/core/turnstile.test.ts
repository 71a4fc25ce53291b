import { describe, expect, it } from 'vitest'
import { shortQueue, turnstile } from '@/lib/core/turnstile'

describe('a turnstile', () => {
  it('lets so many in at a time, in their order, and lets the next in after a failure', async () => {
    const enter = turnstile(2)
    const order: number[] = []
    let inside = 0
    let most = 0
    const work = (id: number) =>
      enter(async () => {
        order.push(id)
        most = Math.max(most, ++inside)
        await new Promise((resolve) => setTimeout(resolve, 2))
        inside--
        if (id % 3 === 0) throw new Error(`work ${id}`)
        return id
      })
    const done = await Promise.allSettled([0, 1, 2, 3, 4, 5, 6].map(work))
    expect(done.map(({ status }) => status === 'fulfilled')).toEqual([
      false,
      true,
      true,
      false,
      true,
      true,
      false,
    ])
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect([most, inside]).toEqual([2, 0])
    expect(await enter(async () => 'free')).toBe('free')
  })
})

describe('a turnstile with a short queue', () => {
  it('sends away whoever comes when it is full, and nobody afterwards', async () => {
    const enter = shortQueue(2, 1)
    let open = () => {}
    const closed = new Promise<void>((resolve) => {
      open = resolve
    })
    const inside = [1, 2, 3].map((id) => enter(() => closed.then(() => id)))
    expect(await enter(async () => 4)).toBeNull()
    open()
    expect(await Promise.all(inside)).toEqual([1, 2, 3])
    expect(await enter(async () => 5)).toBe(5)
  })
})
