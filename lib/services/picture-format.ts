/** How each format that we open begins; `null` is any byte. */
const BEGINNINGS = {
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  gif: [...Buffer.from('GIF8')],
  webp: [...Buffer.from('RIFF'), null, null, null, null, ...Buffer.from('WEBP')],
  avif: [null, null, null, null, ...Buffer.from('ftypavif')],
} as const satisfies Record<string, readonly (number | null)[]>

export type PictureFormat = keyof typeof BEGINNINGS

const isFormat = (name: string): name is PictureFormat => Object.hasOwn(BEGINNINGS, name)

/**
 * The format of a picture, by its first bytes; null for everything else: vector formats can carry scripts, and loaders with a
 * history of holes are never started.
 */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  for (const [name, beginning] of Object.entries(BEGINNINGS))
    if (isFormat(name) && beginning.every((byte, index) => byte === null || bytes[index] === byte))
      return name
  return null
}
