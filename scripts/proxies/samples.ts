import { carriers } from '@/lib/carriers'
import { signRequest } from '@/lib/webhooks/sign'
import type { Question } from './ask'
import type { Seeded } from './seed-shop'

/** A slash in it is what path rewriting breaks. */
export const ORDER = 'AB/1'
export const EMAIL = 'resi@example.org'
export const PARCEL = '00340434161094000001'
export const SCAN_TEXT = 'Verladen ü 🚚'

/** A plain form, as a browser posts it. */
export const form = (fields: Record<string, string>): Question => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
})

export const putOrder = ({ apiKey }: Seeded, picture: string): Question => ({
  method: 'PUT',
  headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
  body: JSON.stringify({
    placedAt: new Date(Date.now() - 86_400_000).toISOString(),
    currency: 'EUR',
    locale: 'de',
    customer: { email: EMAIL },
    lines: [{ id: '1', title: 'Jacke', quantity: 1, unitPrice: 100, image: picture }],
    parcels: [{ carrier: 'dhl', number: PARCEL }],
  }),
})

/** A signed delivery whose bytes no reading and writing again would give. */
export function webhook({ endpoint }: Seeded): Question & { body: Uint8Array } {
  const at = new Date(Date.now() - 3_600_000).toISOString()
  const body = new TextEncoder().encode(
    `{ "type":"parcel.updated",\r\n\t"timestamp": "${at}", "data": {"carrier":"dhl", "number":"${PARCEL}",` +
      `"scans":[{"at":"${at}","status":"in_transit.arrived","text":"Verladen \\u00fc 🚚"}]}}\n`,
  )
  const scheme = carriers.get('standard')?.signature
  if (!scheme) throw new Error('the provider «standard» is gone')
  const signed = new Headers(signRequest(scheme, body, { secret: endpoint.secret, now: new Date() }))
  return { method: 'POST', headers: Object.fromEntries(signed), body }
}
