import sharp from 'sharp'
import { fail, ok, type Result } from '@/lib/core/result'
import { turnstile } from '@/lib/core/turnstile'
import { pictureFormat } from '@/lib/services/picture-format'

export const PHOTO_LIMITS = {
  bytes: 10_000_000,
  /** Today's phones take 50 megapixels; a bomb says it has more. */
  megapixels: 50,
  /** What is kept of it: enough to see a seam. */
  edgePixels: 1600,
} as const

export type Photo = { content: Uint8Array; width: number; height: number }

export type PhotoRefusal = 'not_picture' | 'too_large' | 'too_many_pixels'

/** Unpacked, a picture takes two hundred megabytes: so many at a time, whoever sends them. */
const decoding = turnstile(2)

async function decode(bytes: Uint8Array): Promise<Result<Photo, PhotoRefusal>> {
  const limitInputPixels = PHOTO_LIMITS.megapixels * 1_000_000
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > limitInputPixels) return fail('too_many_pixels')
    const { data, info } = await sharp(bytes, { limitInputPixels, failOn: 'error' })
      .rotate()
      .resize(PHOTO_LIMITS.edgePixels, PHOTO_LIMITS.edgePixels, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true })
    return ok({ content: data, width: info.width, height: info.height })
  } catch {
    // Broken files fail inside the decoder, each in its own words: to whoever took the photo they are all the same.
    return fail('not_picture')
  }
}

/**
 * A picture made anew, as WebP: no metadata, and nothing that hid behind or inside of it. The size is asked of its head, before
 * anything is unpacked.
 */
export async function readPhoto(bytes: Uint8Array): Promise<Result<Photo, PhotoRefusal>> {
  if (bytes.length > PHOTO_LIMITS.bytes) return fail('too_large')
  return pictureFormat(bytes) ? decoding(() => decode(bytes)) : fail('not_picture')
}
