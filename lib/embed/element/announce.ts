import type { Messages, PageKind } from '../messages'

type FromFrame = Messages['fromFrame']

/** What the shop's page hears, as `doorstep:…` events that bubble from the element; nothing personal is in them. */
type Announcements = {
  ready: { page: PageKind; locale: string }
  resize: { height: number }
  navigate: { page: PageKind; locale: string }
  status: FromFrame['status']
  lookup: FromFrame['lookup']
  link: FromFrame['link']
  'return-started': Record<string, never>
  'return-submitted': Record<string, never>
  /** `setup`: nothing says which shop's page belongs here, or where it is. */
  error: { reason: 'timeout' | 'setup' }
}

/** Tells the shop's page and, where the element has a `datalayer` attribute, the list of that name. */
export function announce<T extends keyof Announcements>(
  element: HTMLElement,
  name: T,
  detail: Announcements[T],
): void {
  const event = `doorstep:${name}`
  element.dispatchEvent(new CustomEvent(event, { bubbles: true, composed: true, detail }))
  const layer = element.getAttribute('datalayer')
  if (layer === null) return
  const list: unknown = Reflect.get(window, layer || 'dataLayer')
  if (Array.isArray(list)) list.push({ event, ...detail })
  else if (!list) Reflect.set(window, layer || 'dataLayer', [{ event, ...detail }])
}
