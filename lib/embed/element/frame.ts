import type { Look } from '../messages'

const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads ' +
  'allow-top-navigation-by-user-activation'

const TALLEST = 20_000
const SMALLEST_CHANGE = 2

const STYLE = {
  display: 'block',
  width: '100%',
  'max-width': 'none',
  border: '0',
  margin: '0',
  padding: '0',
}

/** Said on the element and not in a style sheet: a page's resets don't reach it, and a policy needn't allow it. */
function setStyle(frame: HTMLIFrameElement, properties: Record<string, string>): void {
  for (const [name, value] of Object.entries(properties)) frame.style.setProperty(name, value, 'important')
}

/** The iframe that is there already. */
export const findFrame = (element: HTMLElement): HTMLIFrameElement | null => element.querySelector('iframe')

/** Makes one; sandboxed only where it is another origin's, since for our own the two permissions together would lift it. */
export function makeFrame(src: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  if (new URL(src).origin !== location.origin) frame.setAttribute('sandbox', SANDBOX)
  frame.allow = 'clipboard-write; web-share'
  frame.src = src
  return frame
}

/** Undoes what a page's own styles may do to an iframe; one whose scheme differs from its document's is painted white first. */
export function settle(frame: HTMLIFrameElement, { scheme }: Look): void {
  frame.style.minHeight ||= 'inherit'
  setStyle(frame, { ...STYLE, 'color-scheme': scheme === 'auto' ? 'light dark' : scheme })
}

/** Gives the frame the height that its document asks for, within bounds; answers the height that it has then. */
export function resize(frame: HTMLIFrameElement, now: number, wanted: number, mayShrink: boolean): number {
  const next = Math.min(Math.max(0, wanted), TALLEST)
  if (Math.abs(next - now) < SMALLEST_CHANGE || (next < now && !mayShrink)) return now
  setStyle(frame, { height: `${next}px` })
  return next
}

/** Whether a document is there: until then an iframe has an empty one that everybody around it may read. */
export function isLoaded(frame: HTMLIFrameElement): boolean {
  try {
    return frame.contentWindow?.location.href !== 'about:blank'
  } catch {
    return true
  }
}
