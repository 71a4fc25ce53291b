import { demoMove } from '@/db/seed/demo/deliveries'
import type { DemoPlan } from '@/db/seed/demo/plan'
import { endpointUrl } from '@/lib/services/create-endpoint'
import { moveLine } from './move-line'
import type { Seeded } from './seed'

/** What to open, with which keys to post, and one line that moves a parcel while its page is open. */
export function demoText(
  origin: string,
  plan: DemoPlan,
  { orders, returns, giftCode }: Seeded,
  now: Date,
): string {
  const move = demoMove(now)
  const moved = orders.find(({ number }) => number === 'AG-1003')
  const width = Math.max(...[...orders, ...returns].map(({ headline }) => headline.length))
  const shops = plan.shops.flatMap((shop) => {
    const own = [...orders, ...returns].filter((one) => one.shop === shop.slug)
    return [
      '',
      `${shop.settings.name}  ${origin}/${shop.slug}`,
      ...own.map(({ number, headline, page }) => `  ${number.padEnd(9)} ${headline.padEnd(width)}  ${page}`),
      `  API key   ${shop.apiKey}`,
      ...shop.endpoints.map(
        ({ provider, id, secret }) =>
          `  webhook   ${endpointUrl(origin, provider, id)}  ${secret ?? 'signed with a key pair made for this run'}`,
      ),
    ]
  })
  return [
    'Doorstep demo: everything below came in through the webhook route and the API.',
    ...shops,
    '',
    `Send something back: ${origin}/alpenglueck/de/returns with AG-1010 and anni@example.org,`,
    `or the present’s code ${giftCode}. The warehouse checks in at ${origin}/r`,
    '',
    'Slots: AG-1001 and ML-2001 show what goes with them, AG-1010 and ML-2007 ask how it was, NL-3002 holds its voucher,',
    'ML-2004 takes the right address, ML-2003 has two days left. What needs somebody: GET /api/v1/care with the API key.',
    '',
    `Open AG-1003 (${moved?.page ?? ''}) and run this: the page changes by itself.`,
    '',
    moveLine(origin, plan, move),
    '',
  ].join('\n')
}
