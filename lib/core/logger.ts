type Fields = Record<string, string | number | boolean | null>

const write = (level: 'info' | 'warn' | 'error', message: string, fields: Fields) =>
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields })}\n`)

/** One JSON line an event on stderr. Callers pass ids and codes: never a body, an address, a token or a secret. */
export const logger = {
  info: (message: string, fields: Fields = {}) => write('info', message, fields),
  warn: (message: string, fields: Fields = {}) => write('warn', message, fields),
  error: (message: string, fields: Fields = {}) => write('error', message, fields),
}
