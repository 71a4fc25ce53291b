import { JSDOM } from 'jsdom'
import * as embeddedStep from '@/app/(embed)/e/[shop]/[locale]/returns/d/[draft]/[step]/route'
import * as embeddedFile from '@/app/(embed)/e/[shop]/[locale]/returns/d/[draft]/files/[file]/route'
import * as embeddedOrder from '@/app/(embed)/e/[shop]/[locale]/returns/o/[token]/route'
import * as embeddedFind from '@/app/(embed)/e/[shop]/[locale]/returns/route'
import * as step from '@/app/(shop)/[shop]/[locale]/returns/d/[draft]/[step]/route'
import * as file from '@/app/(shop)/[shop]/[locale]/returns/d/[draft]/files/[file]/route'
import * as order from '@/app/(shop)/[shop]/[locale]/returns/o/[token]/route'
import * as find from '@/app/(shop)/[shop]/[locale]/returns/route'

const HOST = 'http://doorstep.test'
const PATTERN =
  /^(?<tree>\/e)?\/(?<shop>[^/]+)\/(?<locale>[^/]+)\/returns(?:\/d\/(?<draft>[^/]+)\/files\/(?<file>[^/]+)|\/d\/(?<stepDraft>[^/]+)\/(?<step>[^/]+)|\/o\/(?<token>[^/]+))?$/

/** The portal's route handlers by address; null for a page that isn't part of it. */
function handle(address: string, init: RequestInit): Promise<Response> | null {
  const groups = PATTERN.exec(new URL(address, HOST).pathname)?.groups
  if (!groups) return null
  const { tree, shop = '', locale = '', draft, file: fileId, stepDraft, step: name, token } = groups
  const request = new Request(new URL(address, HOST), init)
  const base = { shop, locale }
  const post = init.method === 'POST'
  const framed = tree !== undefined
  if (draft && fileId)
    return (framed ? embeddedFile : file).GET(request, {
      params: Promise.resolve({ ...base, draft, file: fileId }),
    })
  if (stepDraft && name) {
    const routes = framed ? embeddedStep : step
    return (post ? routes.POST : routes.GET)(request, {
      params: Promise.resolve({ ...base, draft: stepDraft, step: name }),
    })
  }
  if (token) {
    const routes = framed ? embeddedOrder : order
    return (post ? routes.POST : routes.GET)(request, { params: Promise.resolve({ ...base, token }) })
  }
  const routes = framed ? embeddedFind : find
  return (post ? routes.POST : routes.GET)(request, { params: Promise.resolve(base) })
}

export type Visitor = ReturnType<typeof visitor>

/** Answers what isn't the portal's; null for what it doesn't know. */
export type Elsewhere = (address: string, init: RequestInit) => Promise<Response> | null

/**
 * Somebody with a browser that has no scripts: opens pages, fills in forms by what is on them, follows redirects. Nothing is sent
 * that the page itself doesn't hold.
 */
export function visitor(elsewhere: Elsewhere = () => null) {
  let address = ''
  let status = 0
  let headers = new Headers()
  let html = ''
  let page = new JSDOM('')
  let files = new Map<string, Blob[]>()
  const hops: { status: number; location: string }[] = []

  const ask = async (to: string, init: RequestInit): Promise<void> => {
    address = to
    const response = await (handle(to, init) ?? elsewhere(to, init))
    if (!response) return
    const location = response.headers.get('location')
    if (location !== null) {
      hops.push({ status: response.status, location })
      return ask(location, { method: 'GET' })
    }
    status = response.status
    headers = response.headers
    html = await response.text()
    page = new JSDOM(html.replace(/<style>.*?<\/style>/gs, ''), { url: new URL(to, HOST).href })
    files = new Map()
  }
  const all = <T extends Element>(selector: string): T[] => [
    ...page.window.document.querySelectorAll<T>(selector),
  ]
  const controls = (name: string) =>
    all<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(`[name="${name}"]`)

  const fill = (values: Record<string, string | boolean | Blob[]>) => {
    for (const [name, value] of Object.entries(values)) {
      const found = controls(name)
      if (found.length === 0) throw new Error(`${address} asks for no ${name}`)
      if (Array.isArray(value)) {
        files.set(name, value)
        continue
      }
      for (const control of found) {
        if ('checked' in control && (control.type === 'radio' || control.type === 'checkbox'))
          control.checked = control.type === 'radio' ? control.value === value : value === true
        else control.value = String(value)
      }
      const radios = found.filter((control) => control.type === 'radio')
      if (radios.length > 0 && !radios.some((control) => 'checked' in control && control.checked))
        throw new Error(`${name} can’t be ${String(value)} on ${address}`)
    }
  }

  const bodyOf = (form: HTMLFormElement, button: [string, string] | null): BodyInit => {
    const entries = [...new page.window.FormData(form)].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
    if (button) entries.push(button)
    if (form.enctype !== 'multipart/form-data') return new URLSearchParams(entries)
    const body = new FormData()
    for (const [name, value] of entries) body.append(name, value)
    for (const [name, blobs] of files) for (const blob of blobs) body.append(name, blob, 'photo')
    return body
  }

  const submit = async (selector = 'form', button: [string, string] | null = null) => {
    const [form] = all<HTMLFormElement>(selector)
    if (!form) throw new Error(`${address} has no ${selector}:\n${text()}`)
    await ask(form.getAttribute('action') ?? address, { method: 'POST', body: bodyOf(form, button) })
  }
  const text = () => {
    const copy = page.window.document.querySelector('main')?.cloneNode(true)
    return (copy?.textContent ?? '').replace(/\s+/g, ' ')
  }
  return {
    open: (to: string) => ask(to, { method: 'GET' }),
    fill,
    submit,
    /** Fills in a form and sends it. */
    answer: async (values: Record<string, string | boolean | Blob[]>, selector?: string) => {
      fill(values)
      await submit(selector)
    },
    /** Sends a form that is none of the page's. */
    send: (to: string, body: BodyInit, more: RequestInit = {}) => ask(to, { method: 'POST', body, ...more }),
    all,
    text,
    headline: () => all('h1')[0]?.textContent ?? '',
    errors: () =>
      all<HTMLAnchorElement>('[data-part=errors] a').map((link) => ({
        text: link.textContent ?? '',
        target: page.window.document.getElementById(link.hash.slice(1)),
      })),
    valueOf: (name: string): string | null => {
      const chosen = controls(name).filter(
        (control) => !('checked' in control) || !/radio|checkbox/.test(control.type) || control.checked,
      )
      return chosen[0]?.value ?? null
    },
    get address() {
      return address
    },
    get step() {
      return /\/returns\/d\/[^/]+\/(\w+)/.exec(address)?.[1] ?? null
    },
    get status() {
      return status
    },
    get headers() {
      return headers
    },
    get html() {
      return html
    },
    hops,
  }
}
