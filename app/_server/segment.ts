/** A path segment as people write it; a malformed escape stays as it is, since the framework has let it through. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
