import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { pictureFormat } from '@/lib/services/picture-format'

const dot = () => sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })

describe('the format of a fetched picture', () => {
  it.each(['jpeg', 'png', 'gif', 'webp', 'avif'] as const)('is %s when its bytes say so', async (format) => {
    expect(pictureFormat(await dot().toFormat(format).toBuffer())).toBe(format)
  })

  it.each([
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    '%PDF-1.7',
    'II*\u0000',
    '<html>',
    '',
  ])('is none for %j', (text) => {
    expect(pictureFormat(Buffer.from(text))).toBeNull()
  })

  it('is none for a picture whose beginning is cut off', async () => {
    expect(pictureFormat((await dot().png().toBuffer()).subarray(4))).toBeNull()
  })
})
