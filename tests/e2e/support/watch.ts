import type { Page } from '@playwright/test'

export type Watched = { errors: string[]; requests: string[] }

/** Notes what a page asks for and what goes wrong in it, from before its first request on. */
export async function watch(page: Page): Promise<Watched> {
  const watched: Watched = { errors: [], requests: [] }
  page.on('console', (message) => {
    if (message.type() === 'error') watched.errors.push(message.text())
  })
  page.on('pageerror', (error) => watched.errors.push(error.message))
  page.on('request', (request) => watched.requests.push(request.url()))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`policy: ${violatedDirective} ${blockedURI}`)
    })
  })
  return watched
}
