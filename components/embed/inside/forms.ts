import { hasHost, tell } from './host'
import { isDraft, kindOf, withLook } from './page'
import { show } from './show'

let busy = false

/** As the browser itself would send it: files only from a form that says so. */
function bodyOf(form: HTMLFormElement, submitter: HTMLElement | null): FormData | URLSearchParams {
  const fields = new FormData(form, submitter)
  if (form.enctype === 'multipart/form-data') return fields
  return new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]))
}

const LOOK_UPS: Record<string, 'order' | 'number'> = {
  'order-form': 'order',
  'returns-form': 'order',
  'number-form': 'number',
}

/** Says what a form has led to, where the page around wants to know. */
function tellOutcome(form: HTMLFormElement, { redirected, url }: Response): void {
  const { pathname } = new URL(url)
  const by = LOOK_UPS[form.dataset.part ?? '']
  if (by) tell('lookup', { by, found: redirected })
  if (!redirected) return
  if (isDraft(pathname) && !isDraft(location.pathname)) tell('returns', { step: 'started' })
  if (kindOf(pathname) === 'return' && isDraft(location.pathname)) tell('returns', { step: 'submitted' })
}

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

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const address = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? location.href
  const answer = await fetch(address, { method: 'POST', body: bodyOf(form, submitter) })
  tellOutcome(form, answer)
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
    send(form, submit.submitter)
      // Offline: as without a script, the browser says what is the matter.
      .catch(() => form.submit())
      .finally(() => {
        busy = false
      })
  })
}
