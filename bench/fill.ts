import { calendarOf } from '@/db/seed/demo/calendar'
import { type DemoPlan, demoPlan } from '@/db/seed/demo/plan'
import type { Context } from '@/lib/services/context'
import { seedDemo } from '@/scripts/demo/seed'
import { type Parcel, webhooks } from './webhooks'

const ORDERS = 160
const AT_ONCE = 8

/** Eight scans, as a parcel has them when its van is loaded. */
const SCANS = [
  ['info_received.label_created', 60, 'Die Sendung wurde elektronisch angekündigt.', 'München'],
  ['in_transit.accepted', 44, 'Die Sendung wurde vom Absender in der Filiale eingeliefert.', 'München'],
  ['in_transit.departed', 40, 'Die Sendung hat die Filiale verlassen.', 'München'],
  ['in_transit.sorting', 33, 'Die Sendung wurde im Start-Paketzentrum bearbeitet.', 'Aschheim'],
  ['in_transit.departed', 30, 'Die Sendung hat das Start-Paketzentrum verlassen.', 'Aschheim'],
  ['in_transit.arrived', 20, 'Die Sendung ist im Ziel-Paketzentrum eingetroffen.', 'Hamburg'],
  ['in_transit.sorting', 12, 'Die Sendung wurde im Ziel-Paketzentrum bearbeitet.', 'Hamburg'],
  ['out_for_delivery.on_vehicle', 2, 'Die Sendung wurde in das Zustellfahrzeug geladen.', 'Hamburg'],
] as const

export type Filled = {
  /** The demo's order AG-1001: path of its page. */
  showcase: string
  /** Paths of the pages and of the JSON of orders with one parcel of eight scans. */
  pages: string[]
  jsons: string[]
}

async function inBatches<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let at = 0; at < items.length; at += AT_ONCE)
    results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))))
  return results
}

function parcels(now: Date): Parcel[] {
  const calendar = calendarOf(now, 'Europe/Berlin')
  return Array.from({ length: ORDERS }, (_, index) => ({
    number: `0034043416109500${String(index).padStart(4, '0')}`,
    window: { earliest: calendar.day(0), latest: calendar.day(1) },
    scans: SCANS.map(([status, hours, text, city]) => {
      const at = calendar.ago(hours)
      return { at: `${at.local}${at.offset}`, status, text, city }
    }),
  }))
}

async function putOrder(
  origin: string,
  plan: DemoPlan,
  { number }: Parcel,
): Promise<{ order: string; json: string }> {
  const model = plan.orders.find((order) => order.number === 'AG-1001')
  const key = plan.shops.find(({ slug }) => slug === model?.shop)?.apiKey
  const answer = await fetch(`${origin}/api/v1/orders/B-${number}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...model?.body, parcels: [{ carrier: 'dhl', number }] }),
  })
  if (!answer.ok) throw new Error(`order ${number}: ${answer.status} ${await answer.text()}`)
  const { links }: { links: { order: string; json: string } } = await answer.json()
  return links
}

const pathOf = (url: string): string => new URL(url).pathname

/** Fills the demo shops and many orders more, all through the API and the webhook route. */
export async function fill(context: Context, origin: string): Promise<Filled> {
  const now = new Date()
  const plan = demoPlan(now, origin)
  const seeded = await seedDemo(context, origin, plan)
  const many = parcels(now)
  const links = await inBatches(many, (parcel) => putOrder(origin, plan, parcel))
  await inBatches(webhooks(many, now), async ({ path, headers, body }) => {
    const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body })
    if (!answer.ok) throw new Error(`webhook: ${answer.status} ${await answer.text()}`)
  })
  return {
    showcase: pathOf(seeded.orders.find(({ number }) => number === 'AG-1001')?.page ?? ''),
    pages: links.map(({ order }) => pathOf(order)),
    jsons: links.map(({ json }) => `${pathOf(json)}?locale=de`),
  }
}
