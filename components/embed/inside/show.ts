import { tell } from './host'

/** Gives a part the focus and asks the host to bring it into view: nothing scrolls in the frame itself. */
export function show(part: HTMLElement): void {
  part.focus({ preventScroll: true })
  const { top, bottom } = part.getBoundingClientRect()
  tell('show', { top, bottom })
}
