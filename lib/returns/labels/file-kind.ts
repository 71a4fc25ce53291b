const decoder = new TextDecoder('latin1')

const startsWith = (content: Uint8Array, ...bytes: number[]): boolean =>
  bytes.every((byte, index) => content[index] === byte)

/** PDFs end like this; whatever stands behind it is a few bytes at most. */
const TAIL_BYTES = 1024

const isWholePdf = (content: Uint8Array): boolean =>
  startsWith(content, 0x25, 0x50, 0x44, 0x46, 0x2d) &&
  decoder.decode(content.slice(-TAIL_BYTES)).includes('%%EOF')

/** What a file is by what stands in it, whatever its sender called it; null: nothing that a label can be. */
export function labelMediaType(content: Uint8Array): 'application/pdf' | 'image/png' | null {
  if (isWholePdf(content)) return 'application/pdf'
  return startsWith(content, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ? 'image/png' : null
}

/** Wider than this, in points, a page is no A6 any more. */
const A6_WIDEST = 350

/** The paper that a PDF is meant for, by its first page's box; A4 where the box is hidden in a compressed object. */
export function paperOf(pdf: Uint8Array): 'a4' | 'a6' {
  const box = /\/MediaBox\s*\[\s*([\d.-]+)\s+[\d.-]+\s+([\d.-]+)/.exec(decoder.decode(pdf))
  const width = box ? Number(box[2]) - Number(box[1]) : Number.POSITIVE_INFINITY
  return width <= A6_WIDEST ? 'a6' : 'a4'
}
