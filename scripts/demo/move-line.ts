import type { DemoDelivery } from '@/db/seed/demo/deliveries'
import type { DemoPlan } from '@/db/seed/demo/plan'
import { endpointUrl } from '@/lib/services/create-endpoint'

/**
 * A `curl` line that moves one parcel. It signs itself when it is run (Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`),
 * since a signature is good for five minutes only.
 */
export function moveLine(origin: string, plan: DemoPlan, { shop, provider, body }: DemoDelivery): string {
  const endpoint = plan.shops
    .find(({ slug }) => slug === shop)
    ?.endpoints.find((one) => one.provider === provider)
  if (!endpoint?.secret) throw new Error(`demo: ${shop} has no secret for ${provider}`)
  const key = Buffer.from(endpoint.secret.replace(/^whsec_/, ''), 'base64').toString('hex')
  const quoted = `'${body.replaceAll("'", "'\\''")}'`
  return [
    `BODY=${quoted}; ID=msg_demo_$(date +%s); AT=$(date +%s)`,
    `SIG=$(printf '%s.%s.%s' "$ID" "$AT" "$BODY" | openssl dgst -sha256 -mac HMAC -macopt hexkey:${key} -binary | base64)`,
    `curl -sS ${endpointUrl(origin, provider, endpoint.id)} -H 'content-type: application/json' \\`,
    `  -H "webhook-id: $ID" -H "webhook-timestamp: $AT" -H "webhook-signature: v1,$SIG" --data-binary "$BODY"`,
  ].join('\n')
}
