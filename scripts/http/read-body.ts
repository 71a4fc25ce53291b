import type { IncomingMessage } from 'node:http'

/** Reads a body up to a limit of bytes; null when it is longer or breaks off: then the rest is nobody's. */
export function readBody(request: IncomingMessage, limitBytes: number): Promise<Uint8Array | null> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return Promise.resolve(null)
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const take = (chunk: Buffer) => {
      size += chunk.byteLength
      if (size <= limitBytes) chunks.push(chunk)
      else finish(null)
    }
    const finish = (body: Uint8Array | null) => {
      request.off('data', take)
      chunks.length = body ? chunks.length : 0
      resolve(body)
    }
    request.on('data', take)
    request.once('end', () => finish(Buffer.concat(chunks)))
    request.once('error', () => finish(null))
    request.once('close', () => finish(null))
  })
}
