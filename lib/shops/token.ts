/** A public link's text: `<shopKey>.<128 bits, base64url>`. */
export type PublicToken = { shopKey: string; bits: string }

const PATTERN = /^([a-z0-9]{4,16})\.([A-Za-z0-9_-]{22})$/

export const formatToken = ({ shopKey, bits }: PublicToken): string => `${shopKey}.${bits}`

/** Reads a token's text; null when it can't be one, so that noise never reaches the database. */
export function parseToken(text: string): PublicToken | null {
  const match = PATTERN.exec(text)
  return match?.[1] && match[2] ? { shopKey: match[1], bits: match[2] } : null
}
