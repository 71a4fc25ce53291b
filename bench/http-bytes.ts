import { get } from 'node:http'

/** What a browser is sent for an address: the encoding and the body's bytes as they came. */
export function httpBytes(url: string): Promise<{ encoding: string; bytes: number }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.byteLength
      })
      response.on('end', () =>
        resolve({ encoding: response.headers['content-encoding'] ?? 'identity', bytes }),
      )
      response.on('error', reject)
    }).on('error', reject)
  })
}
