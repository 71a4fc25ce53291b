const PARAMETER = 'doorstep'
const DEEP = /^[op]\/[\w.%-]+$/

/** The path that was last open in a frame of this page, when it is loaded anew; undefined: none was. */
export function openedBefore(key: string): string | undefined {
  const path: unknown = history.state?.[PARAMETER + key]
  return typeof path === 'string' ? path : undefined
}

/**
 * Writes the open path into the page's present step, beside whatever else the page keeps there; the page's address stays. Steps
 * themselves are the browser's own: a document of a frame is one step in the history of the whole page, also without a script.
 */
export const remember = (key: string, path: string): void =>
  history.replaceState({ ...history.state, [PARAMETER + key]: path }, '')

/** Takes `?doorstep=o/TOKEN` out of the page's address; null where there is none of that form. */
export function takeDeepLink(): string | null {
  const url = new URL(location.href)
  const deep = url.searchParams.get(PARAMETER)
  if (deep === null) return null
  url.searchParams.delete(PARAMETER)
  history.replaceState(history.state, '', url)
  return DEEP.test(deep) ? deep : null
}
