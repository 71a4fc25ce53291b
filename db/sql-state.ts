/**
 * The five-character SQLSTATE of an error, or the system's code (`ECONNREFUSED`), also when it is wrapped; null without one.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function sqlState(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('code' in error && typeof error.code === 'string') return error.code
  return sqlState(error.cause)
}
