const MAX_OCTETS = 75

/** Escapes a value of type TEXT ([RFC 5545](https://www.rfc-editor.org/rfc/rfc5545#section-3.3.11)). */
export const icalText = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')

/** Folds a content line at 75 octets, never inside a character. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > MAX_OCTETS) {
      parts.push(part)
      // The space that begins a continuation counts.
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n')
}

/** Content lines as a calendar file: folded, each ended by CRLF. */
export const icalFile = (lines: readonly string[]): string =>
  lines.map((line) => `${fold(line)}\r\n`).join('')
