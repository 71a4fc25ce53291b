import type { Section } from './place'

const PARAMETER = 'doorstep'
/** A page of the parcel pages or of the portal; no part may lead upwards, however it is written. */
const DEEP = /^(?:[op]|(returns))(?:\/(?!\.|%2[eE])[\w.%-]+)+$/

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

export const hasDeepLink = (): boolean => location.search.includes(`${PARAMETER}=`)

/**
 * Takes `?doorstep=o/TOKEN` out of the page's address: for the element of that section, for any other where the page has none, and
 * for nobody where it names no page of ours.
 */
export function takeDeepLink(section: Section): string | null {
  const url = new URL(location.href)
  const deep = url.searchParams.get(PARAMETER)
  if (deep === null) return null
  const [path = null, named = ''] = DEEP.exec(deep) ?? []
  if (path && named !== section && document.querySelector(`doorstep-${named || 'parcel'}`)) return null
  url.searchParams.delete(PARAMETER)
  history.replaceState(history.state, '', url)
  return path
}
