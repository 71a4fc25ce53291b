// What a document in a frame does once the shop's page greets it; alone it does nothing, and everything works without it.
import { followClicks } from './inside/clicks'
import { followForms } from './inside/forms'
import { followHeight, tellHeight } from './inside/height'
import { awaitHost, hasHost, tell } from './inside/host'
import { pageKind } from './inside/page'
import { followStatus, tellStatus } from './inside/status'

const ALONE_AFTER_MS = 3000

const root = document.documentElement

awaitHost((asked) => {
  const first = !('met' in root.dataset)
  root.dataset.met = ''
  delete root.dataset.alone
  tell('ready', {
    born: performance.timeOrigin,
    path: location.pathname,
    page: pageKind(),
    locale: root.lang,
  })
  tellHeight()
  tellStatus()
  if (!first) return
  followHeight()
  followStatus()
  followClicks()
  followForms()
  window.addEventListener('pagehide', () => tell('leave', null))
  if (asked) document.querySelector('main')?.focus({ preventScroll: true })
})

setTimeout(() => {
  if (!hasHost()) root.dataset.alone = ''
}, ALONE_AFTER_MS)
