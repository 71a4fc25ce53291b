import type { DemoPlan } from '@/db/seed/demo/plan'

export type Api = { origin: string; plan: DemoPlan; shop: string }

export async function expectOk(response: Response, what: string): Promise<Response> {
  if (response.ok) return response
  throw new Error(`${what}: ${response.status} ${await response.text()}`)
}

/** Asks the API as a shop. */
export async function ask({ origin, plan, shop }: Api, method: 'PUT' | 'POST', path: string, body: unknown) {
  const apiKey = plan.shops.find(({ slug }) => slug === shop)?.apiKey
  const answer = await fetch(`${origin}/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await expectOk(answer, `${shop} ${path}`)).json()
}
