import type { DemoDelivery } from '@/db/seed/demo/deliveries'
import { carriers } from '@/lib/carriers'
import type { ParcelReport } from '@/lib/parcels/report'
import { parseJson } from '@/lib/webhooks/parse-json'

/** A delivery through its provider's adapter; throws when it isn't about exactly one parcel. */
export function readDelivery({ provider, number, body }: DemoDelivery): ParcelReport {
  const json = parseJson(Buffer.from(body))
  const parsed = json.ok ? carriers.get(provider)?.parse(json.value, new Headers()) : undefined
  const reports = parsed?.ok && parsed.reading.kind === 'reports' ? parsed.reading.reports : []
  const [report] = reports
  if (!report || reports.length !== 1)
    throw new Error(`${provider} ${number}: ${JSON.stringify(parsed ?? json).slice(0, 500)}`)
  return report
}
