import { LOOK_VARIABLES, type Look } from '../messages'

/** How the element wants its frame to look: its attributes, and the custom properties that it inherits. */
export function lookOf(element: HTMLElement): Look {
  const style = getComputedStyle(element)
  const scheme = element.getAttribute('scheme')
  return {
    scheme: scheme === 'light' || scheme === 'dark' ? scheme : 'auto',
    view: element.getAttribute('view') === 'compact' ? 'compact' : 'full',
    variables: Object.fromEntries(
      LOOK_VARIABLES.flatMap((name) => {
        const value = style.getPropertyValue(`--doorstep-${name}`).trim()
        return value ? [[name, value]] : []
      }),
    ),
  }
}
