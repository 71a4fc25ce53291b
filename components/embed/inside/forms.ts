import { hasHost, tell } from './host'
import { withLook } from './page'
import { show } from './show'

let busy = false

const fieldsOf = (form: HTMLFormElement): URLSearchParams =>
  new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))

/** The same page with what is wrong, in place: a second document would be a step of its own in the reader's history. */
function takeOver(html: string): void {
  const next = new DOMParser().parseFromString(html, 'text/html')
  const main = next.querySelector('main')
  if (!main) return
  document.querySelector('main')?.replaceWith(main)
  document.title = next.title
  const alert = main.querySelector<HTMLElement>('[role=alert]')
  show(alert ?? main)
}

async function send(form: HTMLFormElement): Promise<void> {
  const answer = await fetch(form.action, { method: 'POST', body: fieldsOf(form) })
  const by = form.elements.namedItem('number') ? 'number' : 'order'
  tell('lookup', { by, found: answer.redirected })
  if (answer.redirected) {
    tell('asked', null)
    location.assign(withLook(answer.url))
  } else {
    takeOver(await answer.text())
  }
}

/** Sends forms without leaving the document, which leaves only for what they lead to: a wrong form is no step back. */
export function followForms(): void {
  document.addEventListener('submit', (submit) => {
    const form = submit.target
    if (!hasHost() || !(form instanceof HTMLFormElement) || submit.defaultPrevented) return
    submit.preventDefault()
    if (busy) return
    busy = true
    send(form)
      // Offline: as without a script, the browser says what is the matter.
      .catch(() => form.submit())
      .finally(() => {
        busy = false
      })
  })
}
