import type { Receivers } from '../messages'
import { announce } from './announce'
import { findFrame, isLoaded, makeFrame, resize, settle } from './frame'
import { openedBefore, remember, takeDeepLink } from './history'
import { openLine } from './line'
import { lookOf } from './look'
import { addressOf, type Base, ownPath, pageOf, type Section, splitAddress, wishedPath } from './place'
import { addPlainLink } from './plain-link'
import { watchStyle } from './watch-style'
import { titleIn } from './words'

const TRIES = 3

/** What an element remembers while it is out of the page: its name in the page's history, and the open document. */
export type Memory = { key: string; path: string }

export type Session = {
  /** The page around or an attribute may ask for another look. */
  restyle: () => void
  /** An attribute asks for another document. */
  restart: () => void
  stop: () => void
}

/** Connects an element in a page with the documents in its frame; null where nothing says which ones. */
export function openSession(
  element: HTMLElement,
  script: Base | null,
  section: Section,
  memory: Memory,
): Session | null {
  const given = (name: string) => element.getAttribute(name)
  const present = findFrame(element)
  const parts = splitAddress(present?.src ?? '')
  const [, shop = '', language = ''] = parts?.path.split('/') ?? []
  const base = parts?.base ?? script
  if (!base || !(given('shop') || shop)) {
    announce(element, 'error', { reason: 'setup' })
    return null
  }
  const locale = () => given('locale') || language || element.closest<HTMLElement>('[lang]')?.lang || ''
  const wish = (deep: string | null) =>
    wishedPath({
      section,
      shop: given('shop') || shop,
      locale: locale(),
      token: given('token'),
      order: given('order'),
      deep,
    })

  const listening = new AbortController()
  const { signal } = listening
  let look = lookOf(element)
  let born = 0
  let isFirst = true
  let asked = false
  let touched = false
  let height = 0
  let triesLeft = 0
  let removeLink = () => {}

  const deep = memory.path ? null : takeDeepLink(section)
  const isAsked = given('token') || given('order')
  memory.path ||=
    (deep ? null : openedBefore(memory.key)) ?? (parts && !deep && !isAsked ? parts.path : wish(deep))

  const frame = present ?? makeFrame(addressOf(base, memory.path, look))
  frame.title ||= titleIn(section, locale())
  settle(frame, look)
  if (!present) element.append(frame)

  /** Opens a document without a step in anybody's history. */
  const go = (path: string, tries = TRIES): void => {
    memory.path = path
    triesLeft = tries
    const address = addressOf(base, path, look)
    if (isLoaded(frame)) frame.contentWindow?.location.replace(address)
    else frame.src = address
    line.expect()
  }

  const late = (): void => {
    // A lazy frame that nobody has come near yet is not late.
    if (frame.loading === 'lazy' && !isLoaded(frame)) {
      line.expect()
      return
    }
    announce(element, 'error', { reason: 'timeout' })
    removeLink()
    removeLink = addPlainLink(element, `${base}${memory.path.slice('e/'.length)}`, `${frame.title} ↗`)
  }

  const receivers: Receivers<'fromFrame'> = {
    ready(document, port) {
      const isSame = document.born === born
      born = document.born
      const path = ownPath(base, document.path) ?? memory.path
      // A browser may lose what it is asked while a document is coming up: then that one answers.
      if (!isSame && triesLeft && pageOf(path) !== pageOf(memory.path)) {
        port.close()
        go(memory.path, triesLeft - 1)
        return
      }
      line.use(port)
      if (isSame) return
      triesLeft = 0
      const { page, locale } = document
      announce(element, isFirst ? 'ready' : 'navigate', { page, locale })
      isFirst = false
      line.rest()
      removeLink()
      memory.path = path
      remember(memory.key, path)
      if (asked && frame.getBoundingClientRect().top < 0) element.scrollIntoView()
      asked = false
    },
    height(wanted) {
      touched ||= wanted.touched
      const next = resize(frame, height, wanted.height, touched)
      if (next === height) return
      height = next
      announce(element, 'resize', { height })
    },
    asked() {
      asked = touched = true
    },
    leave: () => line.expect(),
    show({ top, bottom }) {
      const edge = frame.getBoundingClientRect().top
      if (edge + top < 0 || edge + bottom > innerHeight) scrollBy(0, edge + top - innerHeight / 4)
    },
    status: (detail) => announce(element, 'status', detail),
    lookup: (detail) => announce(element, 'lookup', detail),
    link: (detail) => announce(element, 'link', detail),
    returns: ({ step }) => announce(element, `return-${step}`, {}),
  }
  const line = openLine({
    frame,
    origin: new URL(base).origin,
    hello: () => ({ look, asked }),
    receivers,
    late,
  })

  const restyle = (): void => {
    const next = lookOf(element)
    if (JSON.stringify(next) === JSON.stringify(look)) return
    look = next
    settle(frame, look)
    line.tell({ type: 'look', body: look })
  }

  frame.addEventListener('load', line.loaded, { signal })
  watchStyle(restyle, signal)
  if (present && memory.path !== parts?.path) go(memory.path)
  else line.expect()

  return {
    restyle,
    restart() {
      const path = wish(null)
      if (path !== memory.path) go(path)
    },
    stop() {
      listening.abort()
      line.close()
      removeLink()
    },
  }
}
