import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { SourceError } from '@/lib/catalogue/source-error'

/** A feed may have this many bytes once it is unpacked; more of it is a bomb. */
const LIMIT_BYTES = 2_000_000_000

async function* prepended(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

async function* limited(bytes: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > limit) throw new SourceError(`the feed has more than ${limit} bytes`)
    yield chunk
  }
}

/** Bytes as they are meant: gzip is known by how it begins, whatever the sender calls it. */
export async function* unpack(
  source: AsyncIterable<Uint8Array>,
  limit = LIMIT_BYTES,
): AsyncGenerator<Uint8Array> {
  const rest = source[Symbol.asyncIterator]()
  const first = await rest.next()
  if (first.done) return
  const bytes = prepended(first.value, rest)
  const isPacked = first.value[0] === 0x1f && first.value[1] === 0x8b
  if (!isPacked) return yield* limited(bytes, limit)
  // The iteration below throws what the pipeline reports.
  const unpacked: AsyncIterable<Uint8Array> = pipeline(Readable.from(bytes), createGunzip(), () => {})
  try {
    yield* limited(unpacked, limit)
  } catch (error) {
    if (error instanceof SourceError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!code.startsWith('Z_')) throw error
    throw new SourceError('the feed is no whole gzip file')
  }
}
