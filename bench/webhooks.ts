import { demoShops } from '@/db/seed/demo/shops'
import { signRequest } from '@/lib/webhooks/sign'

export type Parcel = {
  number: string
  window: { earliest: string; latest: string }
  scans: { at: string; status: string; text: string; city: string }[]
}

export type Webhook = { path: string; headers: Record<string, string>; body: string }

/** Our own body for each parcel, signed now: good for five minutes. */
export function webhooks(parcels: readonly Parcel[], now: Date): Webhook[] {
  const endpoint = demoShops.alpenglueck.endpoints.find(({ provider }) => provider === 'standard')
  if (!endpoint?.secret) throw new Error('the demo shop has no endpoint for our own body')
  const { id, secret } = endpoint
  return parcels.map(({ number, window, scans }) => {
    const body = JSON.stringify({
      type: 'parcel.updated',
      timestamp: now.toISOString(),
      data: {
        carrier: 'dhl',
        number,
        window,
        scans: scans.map(({ city, ...scan }) => ({ ...scan, place: { city, countryCode: 'DE' } })),
      },
    })
    return {
      path: `/api/webhooks/standard/${id}`,
      headers: {
        'content-type': 'application/json',
        ...signRequest({ kind: 'standard-webhooks' }, Buffer.from(body), { secret, now }),
      },
      body,
    }
  })
}
