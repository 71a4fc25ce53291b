import { describe, expect, it } from 'vitest'
import { createWorkQueue } from '@/scripts/ingest/work-queue'

/** Work that ends when the test says so. */
function gate() {
  const begun: number[] = []
  const ends: (() => void)[] = []
  const work = (piece: number) =>
    new Promise<void>((resolve) => {
      begun.push(piece)
      ends.push(resolve)
    })
  const finish = async () => {
    ends.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { begun, work, finish }
}

describe('the queue of deliveries that were answered', () => {
  it('begins no more than a few at a time, then the newest', async () => {
    const { begun, work, finish } = gate()
    const queue = createWorkQueue(work, { concurrency: 2, capacity: 10 })
    for (const piece of [1, 2, 3, 4]) queue.push(piece)
    expect(begun).toEqual([1, 2])
    await finish()
    expect(begun).toEqual([1, 2, 4])
    await finish()
    await finish()
    await finish()
    queue.push(5)
    expect(begun).toEqual([1, 2, 4, 3, 5])
  })

  it('leaves the oldest to the sweeper when too many wait', async () => {
    const { begun, work, finish } = gate()
    const queue = createWorkQueue(work, { concurrency: 1, capacity: 2 })
    for (const piece of [1, 2, 3, 4]) queue.push(piece)
    for (let step = 0; step < 5; step++) await finish()
    expect(begun).toEqual([1, 4, 3])
  })

  it('stops when what is begun is finished', async () => {
    const { begun, work, finish } = gate()
    const queue = createWorkQueue(work, { concurrency: 1, capacity: 10 })
    queue.push(1)
    queue.push(2)
    let stopped = false
    const stopping = queue.stop().then(() => {
      stopped = true
    })
    await new Promise((resolve) => setImmediate(resolve))
    expect(stopped).toBe(false)
    await finish()
    await stopping
    queue.push(3)
    expect(begun).toEqual([1])
  })
})
