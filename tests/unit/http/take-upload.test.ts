import { describe, expect, it } from 'vitest'
import { readMultipart } from '@/app/_server/read-multipart'
import { takeUpload } from '@/app/_server/take-upload'

const MEGABYTE = 1024 * 1024

/** A body that comes in pieces and never says how long it is. */
const streamed = (pieces: number, type = 'multipart/form-data; boundary=x') =>
  new Request('https://orders.example', {
    method: 'POST',
    headers: { 'content-type': type },
    body: new ReadableStream({
      pull: (out) => (pieces-- > 0 ? out.enqueue(new Uint8Array(MEGABYTE)) : out.close()),
    }),
    duplex: 'half',
  } as RequestInit)

const small = () => {
  const body = 'a=b'
  const headers = { 'content-length': String(body.length) }
  return new Request('https://orders.example', { method: 'POST', body, headers })
}

describe('forms with photos', () => {
  it('are handled a few at a time, and sent away where too many wait; small ones never wait', async () => {
    let open = () => {}
    const closed = new Promise<void>((resolve) => {
      open = resolve
    })
    let inside = 0
    const held = Array.from({ length: 16 }, () =>
      takeUpload(streamed(1), async () => {
        inside++
        await closed
        return 'done'
      }),
    )
    expect(inside).toBe(4)
    expect(await takeUpload(streamed(1), async () => 'done')).toBeNull()
    expect(await takeUpload(small(), async () => 'done')).toBe('done')
    open()
    expect(new Set(await Promise.all(held))).toEqual(new Set(['done']))
    expect(await takeUpload(streamed(1), async () => 'done')).toBe('done')
  })

  it('are read no further than their limit', async () => {
    expect(await readMultipart(streamed(33))).toEqual({ ok: false, error: 'too_large' })
    expect(await readMultipart(streamed(1))).toEqual({ ok: false, error: 'unreadable' })
    const data = new FormData()
    data.append('photos', new File([new Uint8Array(5)], 'a.jpg'))
    const whole = await readMultipart(new Request('https://orders.example', { method: 'POST', body: data }))
    expect(whole.ok && [...whole.value.files]).toEqual([['photos', [new Uint8Array(5)]]])
  })
})
