import { addressesIn } from '../addresses-in'
import type { Answer } from '../ask'
import type { Round } from '../round'
import { form, PARCEL } from '../samples'
import { HOME } from '../seed-shop'

const FOREIGN: readonly string[] = [HOME, 'https://www.dhl.com']

/** A page answers, and every address in it lies below the place and answers too. */
export async function checkPage({ proxy, place, check }: Round, name: string, url: string): Promise<Answer> {
  const page = await proxy.ask(url)
  check(`${name} answers`, page.status === 200, page.status)
  const own = addressesIn(page.text).filter(({ address }) => !FOREIGN.includes(new URL(address, url).origin))
  const lost: string[] = []
  for (const { attribute, address } of own) {
    const { href } = new URL(address, url)
    const answer = href.startsWith(`${place.root}/`)
      ? await proxy.ask(href, attribute === 'action' ? form({ number: PARCEL }) : {})
      : null
    if (!answer || answer.status >= 400)
      lost.push(`${attribute}="${address}" ${answer?.status ?? 'elsewhere'}`)
  }
  check(
    `${name}: its ${own.length} addresses stay here and answer`,
    own.length > 5 && lost.length === 0,
    lost,
  )
  const internal = [...page.headers.keys()].filter((header) => header.startsWith('x-middleware'))
  check(`${name} tells nothing of our inside`, internal.length === 0, internal)
  return page
}
