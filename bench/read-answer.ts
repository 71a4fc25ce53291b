const HEAD_END = Buffer.from('\r\n\r\n')
const LINE_END = Buffer.from('\r\n')

/** Where a chunked body ends; null while it is not all there. */
function endOfChunks(bytes: Buffer, from: number): number | null {
  for (let at = from; ; ) {
    const line = bytes.indexOf(LINE_END, at)
    if (line === -1) return null
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16)
    at = line + 2 + size + 2
    if (at > bytes.length) return null
    if (size === 0) return at
  }
}

/** The first HTTP/1.1 answer in these bytes and how many of them it takes; null while it is not all there. */
export function readAnswer(bytes: Buffer): { status: number; length: number } | null {
  const end = bytes.indexOf(HEAD_END)
  if (end === -1) return null
  const head = bytes.toString('latin1', 0, end).toLowerCase()
  const status = Number(head.slice(9, 12))
  const body = end + HEAD_END.length
  if (status === 304 || status === 204) return { status, length: body }
  const stated = /\r\ncontent-length: *(\d+)/.exec(head)?.[1]
  const length = stated === undefined ? endOfChunks(bytes, body) : body + Number(stated)
  return length === null || length > bytes.length ? null : { status, length }
}
