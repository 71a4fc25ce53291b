import { listPastReturns } from '@/db/queries/list-past-returns'
import { findPolicyVersion, getActivePolicy } from '@/db/queries/read-policy'
import { withShop } from '@/db/with-shop'
import { fail, ok, type Result } from '@/lib/core/result'
import type { PolicyFinding } from '@/lib/returns/policy/lint/finding'
import type { Policy } from '@/lib/returns/policy/schema'
import { beginSimulation, type Simulation } from '@/lib/returns/policy/simulate-policy'
import { pastFacts } from '@/lib/returns/policy/simulation/past-facts'
import type { StoredReturn } from '@/lib/returns/policy/simulation/past-return'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { lintForShop } from './lint-for-shop'

const PAGE = 100
const DAY_MS = 24 * 3600 * 1000

/** The newest so many are tried; more would keep the answer waiting. */
const MAX_SIMULATED = 3000

type SimulationAsked = {
  /** The document, or the version of one that is stored. */
  draft: Policy | number
  /** How many days back. */
  days: number
}

export type Simulated = Simulation & {
  /** The version that holds. */
  against: number
  /** Whether there were more returns than are tried. */
  more: boolean
  findings: PolicyFinding[]
}

/** Pages of past returns, the newest first; between two of them others get their turn. */
async function* pastPages(db: Context['db'], shop: Shop, since: Date): AsyncGenerator<StoredReturn[]> {
  for (let before: string | null = null; ; ) {
    const at = { since, before, limit: PAGE }
    const page: StoredReturn[] = await withShop(db, shop.id, (tx) => listPastReturns(tx, shop.id, at))
    yield page
    before = page.at(-1)?.id ?? null
    if (page.length < PAGE) return
  }
}

/** Tries a draft on the returns of the last days, against the policy that holds. Changes nothing. */
export async function simulateDraft(
  { db, now }: Pick<Context, 'db' | 'now'>,
  shop: Shop,
  { draft: asked, days }: SimulationAsked,
): Promise<Result<Simulated, { code: 'unknown_version' }>> {
  const at = now()
  const read = await withShop(db, shop.id, async (tx) => {
    const draft = typeof asked === 'number' ? (await findPolicyVersion(tx, shop.id, asked))?.policy : asked
    const active = await getActivePolicy(tx, shop.id)
    return draft && active ? { draft, active, findings: await lintForShop(tx, shop.id, draft, at) } : null
  })
  if (!read) return fail({ code: 'unknown_version' })
  const { draft, active, findings } = read
  const simulation = beginSimulation({ current: active.policy, draft })
  let left = MAX_SIMULATED
  for await (const page of pastPages(db, shop, new Date(at.getTime() - days * DAY_MS))) {
    for (const stored of page) if (left-- > 0) simulation.add(pastFacts(stored, active.policy, shop.timeZone))
    if (left < 0) break
  }
  return ok({ ...simulation.result(), against: active.version, more: left < 0, findings })
}
