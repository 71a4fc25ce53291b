import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { isRaster } from '@/lib/services/is-raster'

const dot = () => sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } })

describe('a raster picture', () => {
  it.each(['jpeg', 'png', 'gif', 'webp', 'avif'] as const)(
    'is known by its first bytes: %s',
    async (format) => {
      expect(isRaster(await dot().toFormat(format).toBuffer())).toBe(true)
    },
  )

  it.each([
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a drawing behind an XML declaration', '<?xml version="1.0"?><svg/>'],
    ['a drawing behind a byte order mark', '\ufeff<svg/>'],
    ['a page', '<!doctype html>'],
    ['a document', '%PDF-1.7'],
    ['sound in the container of a picture', 'RIFF\0\0\0\0WAVE'],
    ['nothing', ''],
  ])('is not %s', (_what, text) => {
    expect(isRaster(new TextEncoder().encode(text))).toBe(false)
  })
})
