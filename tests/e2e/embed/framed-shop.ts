import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import {
  minutesAgo,
  newOrderNumber,
  newParcelNumber,
  orderBody,
  parcelUpdate,
  postWebhook,
  putOrder,
} from '../support/send'
import { runProgram } from '../support/start-program'
import { framedPolicy } from './framed-policy'

const endpointSchema = z.object({ url: z.string(), secret: z.string() })

/** A shop of the test's own that lets some origins frame it, with one order on its way. */
export type FramedShop = {
  slug: string
  apiKey: string
  /** The order's token and number, its proof, and its parcel's number. */
  token: string
  order: string
  email: string
  parcel: string
  /** Another parcel on its way, of no order; `scan` has it scanned once more. */
  sendParcel: () => Promise<{ number: string; scan: (status: string) => Promise<void> }>
}

const STARTED = [
  { at: minutesAgo(400), status: 'info_received.label_created', text: 'Label' },
  { at: minutesAgo(300), status: 'in_transit.picked_up', text: 'Picked up' },
  { at: minutesAgo(240), status: 'in_transit.processing', text: 'Sorted' },
  { at: minutesAgo(200), status: 'in_transit.arrived', text: 'Arrived' },
  { at: minutesAgo(180), status: 'in_transit.departed', text: 'Departed' },
]

/** Makes one beside the server that runs on a port and a data directory, as an operator would. */
export async function makeFramedShop(
  server: { port: number; dataDirectory: string },
  embedOrigins: string[],
): Promise<FramedShop> {
  const origin = `http://localhost:${server.port}`
  const doorstep = (...args: string[]) => runProgram(['scripts/doorstep.ts', ...args], server)
  const slug = `framed-${randomUUID().slice(0, 8)}`
  const settings = join(server.dataDirectory, 'framed-shop.json')
  writeFileSync(settings, JSON.stringify({ embedOrigins }))
  const locales = ['de', 'en', 'fr'].flatMap((locale) => ['--locale', locale])
  const help = ['--email', 'hilfe@framed.example', '--time-zone', 'Europe/Berlin']
  await doorstep('shop:create', slug, '--name', 'Gerahmt', ...locales, ...help, '--settings', settings)
  const apiKey = (await doorstep('apikey:create', slug)).trim()

  const policy = await fetch(`${origin}/api/v1/policy`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(framedPolicy()),
  })
  if (!policy.ok) throw new Error(`the policy was refused: ${await policy.text()}`)

  const made = await fetch(`${origin}/api/v1/endpoints`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ provider: 'standard' }),
  })
  const door = endpointSchema.parse(await made.json())
  const [order, parcel] = [newOrderNumber(), newParcelNumber()]
  const body = orderBody({ parcels: [{ carrier: 'dhl', number: parcel }] })
  const links = await putOrder({ origin, apiKey }, order, body)
  const report = async (number: string, scans: typeof STARTED): Promise<void> => {
    const answer = await postWebhook(door, parcelUpdate(number, scans))
    if (!answer.ok) throw new Error(`the report was refused: ${answer.status}`)
  }
  await report(parcel, STARTED)
  return {
    slug,
    apiKey,
    token: links.order.split('/').at(-1) ?? '',
    order,
    email: body.customer.email,
    parcel,
    sendParcel: async () => {
      const number = newParcelNumber()
      await report(number, STARTED)
      const scan = (status: string) =>
        report(number, [...STARTED, { at: minutesAgo(1), status, text: status }])
      return { number, scan }
    },
  }
}
