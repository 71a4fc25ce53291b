import { z } from 'zod'
import { merchantReturnSchema } from '@/lib/api/schemas/merchant-return-schema'
import type { MerchantReturnJson } from '@/lib/returns/json/merchant-return-types'
import type { Shop } from '../support/send'

/** Asks the API as a shop does; throws what it was refused with. */
export async function ask(
  { origin, apiKey }: Shop,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
): Promise<unknown> {
  const answer = await fetch(`${origin}/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

/** A return as its merchant reads it. */
export const readReturn = async (shop: Shop, number: string): Promise<MerchantReturnJson> =>
  merchantReturnSchema.parse(await ask(shop, 'GET', `returns/${number}`))

/** Does something with a return: `approve`, `receive`, `check`, … */
export const act = (shop: Shop, number: string, verb: string, body: object = {}): Promise<unknown> =>
  ask(shop, 'POST', `returns/${number}/${verb}`, body)

/** Opens a return for a shopper; answers with its number, and its page's path below the language. */
export async function openReturn(shop: Shop, body: object): Promise<{ number: string; path: string }> {
  const { number, links } = merchantReturnSchema.parse(await ask(shop, 'POST', 'returns', body))
  const { pathname } = new URL(links.page)
  return { number, path: pathname.slice(pathname.indexOf('/returns/')) }
}

const listSchema = z.object({ returns: z.array(z.object({ number: z.string() })) })

/** The numbers of all returns of an order. */
export async function returnsOf(shop: Shop, order: string): Promise<string[]> {
  const { returns } = listSchema.parse(await ask(shop, 'GET', `returns?order=${encodeURIComponent(order)}`))
  return returns.map(({ number }) => number)
}
