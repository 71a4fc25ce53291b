import type { Demo } from './demo'

const SHOP = /^\S.*? {2}(http:\/\/[^/\s]+)\/([a-z0-9-]+)$/
const ORDER = /^ {2}([A-Z]{2}-\d+) .*?(http\S+)$/
const KEY = /^ {2}API key +(\S+)$/
const WEBHOOK = /^ {2}webhook +(http\S+\/webhooks\/([a-z0-9]+)\/\S+) {2}(.+)$/
const SECRET = /^\S+$/

/** Reads what `npm run demo` prints: what a person would copy from it, a test does. */
export function readDemoList(text: string): Demo {
  const demo: Demo = { origin: '', pages: {}, apiKeys: {}, webhooks: {} }
  let shop = ''
  for (const line of text.split('\n')) {
    const [, origin, slug] = SHOP.exec(line) ?? []
    if (origin && slug) {
      demo.origin = origin
      shop = slug
    }
    const [, number, page] = ORDER.exec(line) ?? []
    if (number && page) demo.pages[number] = page
    const [, key] = KEY.exec(line) ?? []
    if (key) demo.apiKeys[shop] = key
    const [, url, provider, secret = ''] = WEBHOOK.exec(line) ?? []
    if (url && provider)
      demo.webhooks[`${shop} ${provider}`] = { url, secret: SECRET.test(secret) ? secret : null }
  }
  return demo
}
