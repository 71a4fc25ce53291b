const ELLIPSIS = '…'

const shorten = (text: string, width: number, measure: (text: string) => number): string => {
  let kept = Array.from(text)
  while (kept.length > 1 && measure(`${kept.join('').trimEnd()}${ELLIPSIS}`) > width) kept = kept.slice(0, -1)
  return `${kept.join('').trimEnd()}${ELLIPSIS}`
}

/** Where a word is longer than the line, as much of it as fits. */
function headOf(word: string, width: number, measure: (text: string) => number): string {
  let head = ''
  for (const character of word) {
    if (head && measure(head + character) > width) break
    head += character
  }
  return head
}

/** Breaks a text into lines of a width; what doesn't fit into `most` lines ends in an ellipsis. */
export function breakLines(
  text: string,
  width: number,
  most: number,
  measure: (text: string) => number,
): string[] {
  const words = text.trim().split(/\s+/u).filter(Boolean)
  const lines: string[] = []
  let line = ''
  while (words.length > 0) {
    const [word = ''] = words
    const longer = line ? `${line} ${word}` : word
    if (measure(longer) <= width) {
      line = longer
      words.shift()
    } else if (line) {
      lines.push(line)
      line = ''
    } else {
      const head = headOf(word, width, measure)
      lines.push(head)
      words[0] = word.slice(head.length)
    }
  }
  if (line) lines.push(line)
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  const last = kept.pop() ?? ''
  return [...kept, shorten(`${last} ${lines[most] ?? ''}`.trim(), width, measure)]
}
