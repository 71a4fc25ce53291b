/** State that belongs to the visitor, not to the page. */
const KEPT = new Set(['open', 'value', 'checked'])

function morphAttributes(from: Element, to: Element): void {
  for (const { name } of [...from.attributes])
    if (!to.hasAttribute(name) && !KEPT.has(name)) from.removeAttribute(name)
  for (const { name, value } of [...to.attributes])
    if (!KEPT.has(name) && from.getAttribute(name) !== value) from.setAttribute(name, value)
}

/**
 * Makes one node say what another says, in place: what stays the same stays the same node, so that focus, an opened
 * `<details>` and the scroll position survive.
 */
export function morph(from: Node, to: Node): void {
  if (from.nodeName !== to.nodeName) {
    from.parentNode?.replaceChild(to.cloneNode(true), from)
    return
  }
  if (from instanceof Element && to instanceof Element) morphAttributes(from, to)
  else if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue
  const wanted = [...to.childNodes]
  const present = [...from.childNodes]
  wanted.forEach((child, index) => {
    const twin = present[index]
    if (twin) morph(twin, child)
    else from.appendChild(child.cloneNode(true))
  })
  for (const extra of present.slice(wanted.length)) from.removeChild(extra)
}
