import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { defaultPolicy } from '@/lib/returns/policy/default-policy'
import { addressesIn } from '../addresses-in'
import type { Answer } from '../ask'
import { multipart, portalForm } from '../portal-form'
import type { Round } from '../round'
import { EMAIL, form } from '../samples'
import { HOME } from '../seed-shop'

const LABEL_PATIENCE = 100

/** Two are larger than what the framework lets through by itself (10 MB), and than what nginx does (1 MB). */
const SIDE = 1450
async function photo(): Promise<Uint8Array<ArrayBuffer>> {
  const noise = sharp(randomBytes(SIDE * SIDE * 3), { raw: { width: SIDE, height: SIDE, channels: 3 } })
  return new Uint8Array(await noise.png({ compressionLevel: 0 }).toBuffer())
}

const DESTINATION = {
  name: 'Brand',
  line1: 'Prüfgasse 1',
  postalCode: '80331',
  city: 'München',
  countryCode: 'DE',
}

/** An order of the round's own, in a shop that makes labels. */
async function prepare({ proxy, place, shop, check }: Round): Promise<string> {
  const put = (path: string, body: object) =>
    proxy.ask(`${place.root}/api/v1/${path}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${shop.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const policy = defaultPolicy({ currency: 'EUR', locales: ['de', 'en'], destination: DESTINATION })
  const order = `RET-${randomUUID().slice(0, 8)}`
  const taken = await Promise.all([
    put('policy', policy),
    put(`orders/${order}`, {
      placedAt: new Date(Date.now() - 86_400_000).toISOString(),
      currency: 'EUR',
      locale: 'de',
      customer: { email: EMAIL },
      lines: [{ id: '1', title: 'Jacke', quantity: 1, unitPrice: 9900 }],
    }),
  ])
  check(
    'a policy and an order come through',
    taken.every(({ status }) => status < 300),
    taken,
  )
  return order
}

/** The way back: a form each step, a photo, a label; nothing of it leaves the place. */
export async function checkReturns(round: Round): Promise<void> {
  const { proxy, place, check } = round
  const order = await prepare(round)
  const lost: string[] = []
  const here = (url: string) => url.startsWith(`${place.pages}/`)
  const look = (page: Answer, url: string): Answer => {
    for (const { attribute, address } of addressesIn(page.text)) {
      const { href, origin } = new URL(address, url)
      if (!href.startsWith(`${place.root}/`) && origin !== HOME)
        lost.push(`${attribute}="${address}" in ${url}`)
    }
    return page
  }
  const open = async (url: string) => look(await proxy.ask(url), url)
  /** Where a form leads; what it says where it leads nowhere. */
  const send = async (url: string, question: Parameters<typeof proxy.ask>[1]): Promise<string> => {
    const answer = await proxy.ask(url, { ...question, from: proxy.clients.reader })
    const location = answer.headers.get('location')
    if (answer.status !== 303 || !location?.startsWith('/')) lost.push(`${url} ${answer.status} ${location}`)
    return new URL(location ?? '', url).href
  }
  const answer = async (url: string, fields: Record<string, string>): Promise<string> => {
    const { action, fields: kept } = portalForm((await open(url)).text)
    return send(new URL(action, url).href, form({ ...kept, ...fields }))
  }

  const items = await answer(`${place.pages}/de/returns`, { order, email: EMAIL })
  const reasons = await answer(items, {})
  const { action, fields } = portalForm((await open(reasons)).text)
  const given = { 'reason-1': 'defective', 'subReason-1-defective': 'from_start', 'comment-1': 'Reißt.' }
  const upload = await multipart({ ...fields, ...given }, 'photos-1', [await photo(), await photo()])
  const outcomes = await send(new URL(action, reasons).href, upload)
  check('photos of 12 MB go up', outcomes.endsWith('/outcomes'), [outcomes, lost])
  const [, kept = ''] = /<img src="([^"]*\/files\/[^"]*)"/.exec((await open(reasons)).text) ?? []
  const shown = await proxy.ask(new URL(kept, reasons).href)
  check('and are shown, here', kept !== '' && shown.headers.get('content-type') === 'image/webp', kept)

  const method = await answer(outcomes, { 'outcome-1': 'refund' })
  const review = await answer(method, { method: 'label' })
  const done = await answer(review, {})
  const steps = [items, reasons, outcomes, method, review, done]
  check(
    'every form of a return leads on, here',
    steps.every(here) && new Set(steps).size === steps.length,
    lost,
  )
  let page = await open(done)
  for (let tries = 0; tries < LABEL_PATIENCE && !page.text.includes('/a4.pdf'); tries++) {
    await sleep(100)
    page = await open(done)
  }
  const [, label = ''] = /href="([^"]*\/a4\.pdf)"/.exec(page.text) ?? []
  const paper = await proxy.ask(new URL(label, done).href)
  check('its label is a PDF, here', paper.status === 200 && paper.text.startsWith('%PDF'), [
    label,
    paper.status,
  ])
  check('no address of the portal leads elsewhere', lost.length === 0, lost)

  const isOwnHost = place.pages === place.root
  const withdraw = await proxy.ask(`${place.pages}/de/withdraw`)
  check(
    'what isn’t there yet is a document',
    withdraw.status === 404 && withdraw.text.includes('</html>'),
    withdraw.status,
  )
  if (isOwnHost) {
    const bare = await proxy.ask(`${place.pages}/returns`, { headers: { 'accept-language': 'en' } })
    check(
      'the portal without a language finds the reader’s',
      bare.status === 307 && bare.headers.get('location')?.endsWith('/en/returns') === true,
      bare.headers.get('location'),
    )
  }
  const desk = await proxy.ask(`${place.root}/r`)
  check('the warehouse checks in on our host alone', desk.status === (isOwnHost ? 404 : 200), desk.status)
}
