import { tell } from './host'

let touched = false

/** Asks for the height that the content has; the body's own box, so that the frame's height never feeds itself. */
export function tellHeight(): void {
  const height = Math.ceil(document.body.getBoundingClientRect().height)
  tell('height', { height, touched })
}

/** Follows every change of the content; a frame may shrink once its reader has acted. */
export function followHeight(): void {
  for (const act of ['pointerdown', 'keydown'])
    document.addEventListener(
      act,
      () => {
        touched = true
      },
      { once: true, capture: true },
    )
  new ResizeObserver(tellHeight).observe(document.body)
  window.addEventListener('pageshow', tellHeight)
}
