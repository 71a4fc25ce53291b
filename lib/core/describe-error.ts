/** What a driver's wrapper adds: the statement and its values, which may be anybody's name and address. */
const isOfQuery = (error: Error): boolean => 'params' in error && error.cause instanceof Error

/** An error in one line for the log; of a failed query what the database says, never the query's values. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (isOfQuery(error)) return reasonOf(error.cause)
  return `${error.name}: ${error.message}`.replaceAll('\0', '\ufffd')
}

/** The same with where it happened. */
export function describeError(error: unknown): string {
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  return [reasonOf(error), ...frames].join('\n')
}
