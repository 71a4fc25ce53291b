import { randomUUID } from 'node:crypto'
import { listen } from '@/tests/support/listen'

type Put = { headers?: Record<string, string> }

/** Somebody's site, on an origin of its own. */
export type Site = {
  origin: string
  /** Puts a page up and answers with its address. */
  put: (html: string, options?: Put) => string
  close: () => Promise<void>
}

/** Opens a site that the browser knows under `hostname`, which must lead to this machine. */
export async function openSite(hostname: string): Promise<Site> {
  const pages = new Map<string, { html: string } & Put>()
  const server = await listen((request, answer) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://site').pathname)
    answer.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers })
    answer.end(page?.html ?? '')
  })
  const origin = `http://${hostname}:${new URL(server.origin).port}`
  return {
    origin,
    put(html, options = {}) {
      const path = `/${randomUUID()}`
      pages.set(path, { html, ...options })
      return origin + path
    },
    close: server.close,
  }
}
