const starts = (bytes: Uint8Array, offset: number, text: string): boolean =>
  Buffer.from(bytes.subarray(offset, offset + text.length)).toString('latin1') === text

/** Signatures of the raster formats that browsers show; an HEIF box (`ftyp`) holds AVIF. */
const SIGNATURES: readonly ((bytes: Uint8Array) => boolean)[] = [
  (bytes) => starts(bytes, 0, '\xff\xd8\xff'),
  (bytes) => starts(bytes, 0, '\x89PNG\r\n\x1a\n'),
  (bytes) => starts(bytes, 0, 'GIF8'),
  (bytes) => starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'WEBP'),
  (bytes) => starts(bytes, 4, 'ftyp'),
]

/** Whether bytes begin like a raster picture, whatever their sender calls them: a drawing can carry scripts. */
export const isRaster = (bytes: Uint8Array): boolean => SIGNATURES.some((fits) => fits(bytes))
