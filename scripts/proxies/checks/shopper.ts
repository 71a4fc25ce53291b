import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer } from '../ask'
import type { Round } from '../round'
import { EMAIL, form, ORDER, PARCEL, SCAN_TEXT } from '../samples'
import { checkPage } from './page'

const PICTURE_PATIENCE = 100

/** Where an answer leads, seen from a page. */
const leadsTo = ({ headers }: Answer, from: string): string =>
  new URL(headers.get('location') ?? '', from).href

/** A shopper's way: root, language, look-up, order, parcel. */
export async function checkShopper(round: Round): Promise<void> {
  const { proxy, place, check } = round
  const root = await proxy.ask(`${place.pages}/`, { headers: { 'accept-language': 'en' } })
  const entry =
    root.status === 308 ? await proxy.ask(place.pages, { headers: { 'accept-language': 'en' } }) : root
  const lookUp = leadsTo(entry, `${place.pages}/`)
  check(
    'the root leads to the reader’s language',
    entry.status === 307 && lookUp === `${place.pages}/en`,
    lookUp,
  )
  check('a redirect names no host', entry.headers.get('location')?.startsWith('/') === true, lookUp)
  const slashed = await proxy.ask(`${lookUp}/?a=b`)
  check(
    'a slash at the end is taken off, here',
    slashed.status === 308 && leadsTo(slashed, lookUp) === `${lookUp}?a=b`,
    slashed.headers,
  )

  await checkPage(round, 'the look-up', lookUp)
  const found = await proxy.ask(lookUp, {
    ...form({ order: ORDER, proof: EMAIL }),
    from: proxy.clients.reader,
  })
  const order = leadsTo(found, lookUp)
  check('a look-up leads to the order, here', found.status === 303 && order.startsWith(`${lookUp}/o/`), order)
  for (let tries = 0; tries < PICTURE_PATIENCE; tries++) {
    if ((await proxy.ask(order)).text.includes('/media/')) break
    await sleep(100)
  }
  const shown = await checkPage(round, 'the order', order)
  check('the order shows its picture', shown.text.includes('/media/'))
  check('the order shows what the webhook said', shown.text.includes(SCAN_TEXT))
  await checkPage(round, 'the parcel', `${lookUp}/p/${PARCEL}`)
  const nothing = await proxy.ask(`${lookUp}/nothing`)
  check(
    'what is not there is a document',
    nothing.status === 404 && nothing.text.includes('</html>'),
    nothing.status,
  )
}
