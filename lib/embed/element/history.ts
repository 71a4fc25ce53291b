import type { Section } from './place'

const PARAMETER = 'doorstep'
/** No part may lead upwards, however it is written. */
const PARTS = String.raw`(\/(?!\.|%2e)[\w.%-]+)+$`
const DEEP: Record<Section, RegExp> = {
  '': new RegExp(`^[op]${PARTS}`, 'i'),
  returns: new RegExp(`^returns${PARTS}`, 'i'),
}

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

/** Takes `?doorstep=o/TOKEN` out of the page's address, if it is for this section; null where there is none of that form. */
export function takeDeepLink(section: Section): string | null {
  const url = new URL(location.href)
  const deep = url.searchParams.get(PARAMETER)
  if (deep === null || !DEEP[section].test(deep)) return null
  url.searchParams.delete(PARAMETER)
  history.replaceState(history.state, '', url)
  return deep
}
