import sharp from 'sharp'

const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0a7d5c' }, limitInputPixels: false })

/** A picture in one colour. */
export const png = (width: number, height: number): Promise<Buffer> => canvas(width, height).png().toBuffer()

/** A photograph as a telephone makes it: with its author, lying on its side. */
export const photograph = (width: number, height: number): Promise<Buffer> =>
  canvas(width, height)
    .withExif({ IFD0: { Artist: 'Resi Huber', Copyright: 'Resi Huber' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
