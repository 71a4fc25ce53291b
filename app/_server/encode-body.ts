import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Beyond this quality a page takes several times as long for a few bytes. */
const QUALITY = 5

const brotliAsync = promisify(brotliCompress)
const gzipAsync = promisify(gzip)

/** In the order of our liking. */
const ENCODERS = {
  br: (body: string) =>
    brotliAsync(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    }),
  gzip: (body: string) => gzipAsync(body),
} as const

type Encoding = keyof typeof ENCODERS
const ENCODINGS = ['br', 'gzip'] as const satisfies readonly Encoding[]

/** The encoding that an asker takes and we like best; null: as it is. */
function chooseEncoding(accepted: string | null): Encoding | null {
  const taken = (accepted ?? '').split(',').flatMap((entry) => {
    const [name = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase())
    return parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter)) ? [] : name
  })
  return ENCODINGS.find((encoding) => taken.includes(encoding)) ?? null
}

type Encoded = { body: string | Uint8Array<ArrayBuffer>; headers: Record<string, string> }

const made = new WeakMap<{ html: string }, Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>>()

/** The bytes of a document as its asker takes them; a document that is kept is compressed once. The framework compresses no route. */
export async function encodeBody(request: Request, document: { html: string }): Promise<Encoded> {
  const encoding = chooseEncoding(request.headers.get('accept-encoding'))
  if (!encoding) return { body: document.html, headers: { vary: 'accept-encoding' } }
  const kept = made.get(document) ?? new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>()
  made.set(document, kept)
  const bytes =
    kept.get(encoding) ?? ENCODERS[encoding](document.html).then((buffer) => new Uint8Array(buffer))
  kept.set(encoding, bytes)
  return { body: await bytes, headers: { vary: 'accept-encoding', 'content-encoding': encoding } }
}
