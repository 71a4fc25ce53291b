const NUMBER = String.raw`\d+\s?[a-zA-Z]?(?:\s?[-/]\s?\d+\s?[a-zA-Z]?)?`
const NUMBER_LAST = new RegExp(String.raw`^(.*\D)[\s,]+(${NUMBER})$`, 'u')
const NUMBER_FIRST = new RegExp(String.raw`^(${NUMBER}),?\s+(.+)$`, 'u')

/** A street line as carriers want it that keep the house number apart; null where it has none. */
export function splitStreet(line: string): { street: string; house: string | null } {
  const last = NUMBER_LAST.exec(line.trim())
  if (last?.[1] && last[2]) return { street: last[1].replace(/[\s,]+$/u, ''), house: last[2] }
  const first = NUMBER_FIRST.exec(line.trim())
  if (first?.[1] && first[2]) return { street: first[2], house: first[1] }
  return { street: line.trim(), house: null }
}
