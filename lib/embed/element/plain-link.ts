/** A plain way to the page for when the frame stays empty; the returned function takes it away again. */
export function addPlainLink(element: HTMLElement, href: string, text: string): () => void {
  const link = document.createElement('a')
  link.href = href
  link.target = '_blank'
  link.rel = 'noopener'
  link.textContent = text
  element.append(link)
  return () => link.remove()
}
