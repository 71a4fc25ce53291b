import type { Demo } from './demo'

const SHOP = /^\S.*? {2}(http:\/\/[^/\s]+)\/([a-z0-9-]+)$/
const ORDER = /^ {2}([A-Z]{2}-\d+) .*?(http\S+)$/
const RETURN = /^ {2}R[0-9A-Z]{3}-[0-9A-Z]{4} (.*?) +(http\S+)$/
const KEY = /^ {2}API key +(\S+)$/
const WEBHOOK = /^ {2}webhook +(http\S+\/webhooks\/([a-z0-9]+)\/\S+) {2}(.+)$/
const SECRET = /^\S+$/

/** Reads what `npm run demo` prints: what a person would copy from it, a test does. */
export function readDemoList(text: string): Omit<Demo, 'dataDirectory'> {
  const demo: Omit<Demo, 'dataDirectory'> = { origin: '', pages: {}, returns: {}, apiKeys: {}, webhooks: {} }
  let shop = ''
  for (const line of text.split('\n')) {
    const [, origin, slug] = SHOP.exec(line) ?? []
    if (origin && slug) {
      demo.origin = origin
      shop = slug
    }
    const [, number, page] = ORDER.exec(line) ?? []
    if (number && page) demo.pages[number] = page
    const [, headline, sent] = RETURN.exec(line) ?? []
    if (headline && sent) demo.returns[headline] = sent
    const [, key] = KEY.exec(line) ?? []
    if (key) demo.apiKeys[shop] = key
    const [, url, provider, secret = ''] = WEBHOOK.exec(line) ?? []
    if (url && provider)
      demo.webhooks[`${shop} ${provider}`] = { url, secret: SECRET.test(secret) ? secret : null }
  }
  return demo
}
