import { describe, expect, it } from 'vitest'
import { readForm } from '@/app/_server/read-form'
import { readMultipart } from '@/app/_server/read-multipart'

const send = (body: BodyInit, type?: string) =>
  new Request('https://orders.example', {
    method: 'POST',
    body,
    ...(type && { headers: { 'content-type': type } }),
  })

describe('a form', () => {
  it('never brings a NUL that the database can’t take, however it is written', async () => {
    const plain = 'application/x-www-form-urlencoded'
    expect([...((await readForm(send('text=a%00b&order=1%202', plain))) ?? [])]).toEqual([
      ['text', 'a\ufffdb'],
      ['order', '1 2'],
    ])
    const data = new FormData()
    data.append('text', 'a\u0000b')
    const read = await readMultipart(send(data))
    expect(read.ok && [...read.value.fields]).toEqual([['text', 'a\ufffdb']])
  })
})
