const PARAMETER = 'doorstep'
const DEEP = /^[op]\/[\w.%-]+$/

/** The path that was open in a frame at this step of the page's history; undefined: the one it began with. */
export function openedAt(key: string): string | undefined {
  const path: unknown = history.state?.[PARAMETER + key]
  return typeof path === 'string' ? path : undefined
}

/** A step of the page's own history, beside whatever else the page keeps there; its address stays. */
export const pushStep = (key: string, path: string): void =>
  history.pushState({ ...history.state, [PARAMETER + key]: path }, '')

/** Takes `?doorstep=o/TOKEN` out of the page's address; null where there is none of that form. */
export function takeDeepLink(): string | null {
  const url = new URL(location.href)
  const deep = url.searchParams.get(PARAMETER)
  if (deep === null) return null
  url.searchParams.delete(PARAMETER)
  history.replaceState(history.state, '', url)
  return DEEP.test(deep) ? deep : null
}
