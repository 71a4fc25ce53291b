import { randomInt, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { carriers } from '@/lib/carriers'
import { signRequest } from '@/lib/webhooks/sign'

/** Where and with what a shop's webhooks are posted. */
export type Door = { url: string; secret: string | null }

/** Posts a body as the `standard` provider would, signed; the same `id` again is the same delivery. */
export function postWebhook(
  { url, secret }: Door,
  body: object,
  id = `msg_${randomUUID()}`,
): Promise<Response> {
  const standard = carriers.get('standard')
  if (!standard || secret === null) throw new Error('only the standard provider can be played here')
  const bytes = Buffer.from(JSON.stringify(body))
  const headers = signRequest(standard.signature, bytes, { secret, id, now: new Date() })
  return fetch(url, {
    method: 'POST',
    body: bytes,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

type Scan = { at: string; status: string; text?: string; place?: { city: string; countryCode: string } }

/** Our own body about one parcel. */
export const parcelUpdate = (number: string, scans: readonly Scan[], more: object = {}) => ({
  type: 'parcel.updated',
  timestamp: new Date().toISOString(),
  data: { carrier: 'dhl', number, scans, ...more },
})

/** So many minutes ago, on a clock in Berlin's winter. */
export const minutesAgo = (minutes: number): string =>
  `${new Date(Date.now() - minutes * 60_000 + 3_600_000).toISOString().slice(0, 19)}+01:00`

/** The n-th day from today, `YYYY-MM-DD`, in Berlin. */
export const dayFromToday = (days: number): string =>
  new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Berlin' }).format(
    new Date(Date.now() + days * 86_400_000),
  )

/** A parcel number of nobody else's. */
export const newParcelNumber = (): string => `003404341619${randomInt(10_000_000, 99_999_999)}`

/** An order number of nobody else's. */
export const newOrderNumber = (): string => `E2E-${randomUUID().slice(0, 8).toUpperCase()}`

const answerSchema = z.object({
  number: z.string(),
  links: z.object({ order: z.string(), json: z.string() }),
})

export type Shop = { origin: string; apiKey: string }

export const EMAIL = 'vroni.e2e@example.org'

/** The body of an order with one line, and whatever else a test wants of it. */
export const orderBody = (more: object = {}) => ({
  placedAt: minutesAgo(3_000),
  locale: 'de',
  currency: 'EUR',
  customer: { name: 'Vroni Testbauer', email: EMAIL, phone: '+49 89 99998 111' },
  deliveryAddress: {
    name: 'Vroni Testbauer',
    line1: 'Prüfgasse 17',
    postalCode: '80331',
    city: 'München',
    countryCode: 'DE',
  },
  lines: [{ id: '1', title: 'Prüfmütze', variant: 'Rot', quantity: 1, unitPrice: 2900 }],
  ...more,
})

/** Writes an order as its shop would; answers with its links. */
export async function putOrder({ origin, apiKey }: Shop, number: string, body: object) {
  const answer = await fetch(`${origin}/api/v1/orders/${encodeURIComponent(number)}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`PUT ${number}: ${answer.status} ${await answer.text()}`)
  return answerSchema.parse(await answer.json()).links
}
