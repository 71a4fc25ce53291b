import { SourceError } from '@/lib/catalogue/source-error'

const PROLOGUE_BYTES = 256

/** By its byte order mark, then by what an XML declaration says, otherwise UTF-8. */
function encodingOf(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  const prologue = Buffer.from(bytes.subarray(0, PROLOGUE_BYTES)).toString('latin1')
  return (
    /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(prologue)?.[1] ?? 'utf-8'
  )
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding)
  } catch {
    throw new SourceError(`line 1: the encoding ${encoding} is unknown; save the feed as UTF-8`)
  }
}

/** Turns bytes into text as they come; what the encoding doesn't know becomes U+FFFD, and is refused where it stands. */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  for await (const chunk of bytes) {
    decoder ??= decoderOf(encodingOf(chunk))
    // No database takes a NUL in a text.
    const text = decoder.decode(chunk, { stream: true }).replaceAll('\0', '\ufffd')
    if (text !== '') yield text
  }
  const rest = decoder?.decode() ?? ''
  if (rest !== '') yield rest
}
