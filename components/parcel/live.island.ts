// Keeps an open page fresh: asks the JSON whether something changed, then takes over the changed parts of the page itself.
import { pollDelay } from './live/poll-delay'
import { newsOf, refreshParts, spokenWords } from './live/refresh-parts'

const main = document.querySelector<HTMLElement>('main[data-json]')
const announcer = document.querySelector('[role=status]')

let etag = main?.dataset.etag
let changedAt = Date.now()
let failures = 0
let timer: number | undefined
let busy = false

async function takeOver(page: HTMLElement): Promise<void> {
  const answer = await fetch(location.href, { cache: 'no-store' })
  if (!answer.ok) throw new Error(String(answer.status))
  const before = spokenWords(page)
  refreshParts(document, new DOMParser().parseFromString(await answer.text(), 'text/html'))
  const news = newsOf(before, spokenWords(page))
  if (news && announcer) announcer.textContent = news
}

async function look(page: HTMLElement): Promise<void> {
  const { json } = page.dataset
  if (!json) return
  const answer = await fetch(json, { cache: 'no-store', headers: etag ? { 'If-None-Match': etag } : {} })
  if (answer.status === 304) return
  if (!answer.ok) throw new Error(String(answer.status))
  await takeOver(page)
  if (etag) changedAt = Date.now()
  etag = answer.headers.get('etag') ?? undefined
}

function plan(page: HTMLElement): void {
  clearTimeout(timer)
  if ('final' in page.dataset) return
  timer = window.setTimeout(
    () => poll(page),
    pollDelay({ sinceChange: Date.now() - changedAt, hidden: document.hidden, failures }),
  )
}

async function poll(page: HTMLElement): Promise<void> {
  if (busy) return
  busy = true
  try {
    await look(page)
    failures = 0
  } catch {
    // Offline or a restart: the page stays as it is and asks again later.
    failures += 1
  }
  busy = false
  plan(page)
}

if (main) {
  plan(main)
  document.addEventListener('visibilitychange', () => {
    if ('final' in main.dataset) return
    if (document.hidden) plan(main)
    else poll(main)
  })
}
