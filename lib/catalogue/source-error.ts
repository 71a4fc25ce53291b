/** A source can't be read any further; the message says where and why, for whoever keeps it. */
export class SourceError extends Error {
  override name = 'SourceError'
}
