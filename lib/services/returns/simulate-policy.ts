import { listPastReturns } from '@/db/queries/list-past-returns'
import { findPolicyVersion, getActivePolicy } from '@/db/queries/read-policy'
import { type ShopTx, withShop } from '@/db/with-shop'
import { fail, ok, type Result } from '@/lib/core/result'
import type { PolicyFinding } from '@/lib/returns/policy/lint/finding'
import type { Policy } from '@/lib/returns/policy/schema'
import { type Simulation, simulatePolicy } from '@/lib/returns/policy/simulate-policy'
import { pastFacts } from '@/lib/returns/policy/simulation/past-facts'
import type { PastReturn } from '@/lib/returns/policy/simulation/past-return'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { lintForShop } from './lint-for-shop'

const PAGE = 100
const DAY_MS = 24 * 3600 * 1000

/** The newest so many are tried; more would keep the answer waiting. */
export const MAX_SIMULATED = 3000

export type SimulationAsked = {
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

async function readPast(tx: ShopTx, shop: Shop, policy: Policy, since: Date): Promise<PastReturn[]> {
  const past: PastReturn[] = []
  for (let before: string | null = null; past.length <= MAX_SIMULATED; ) {
    const page = await listPastReturns(tx, shop.id, { since, before, limit: PAGE })
    past.push(...page.map((stored) => pastFacts(stored, policy, shop.timeZone)))
    before = page.at(-1)?.id ?? null
    if (page.length < PAGE) break
  }
  return past
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
    if (!draft || !active) return null
    const since = new Date(at.getTime() - days * DAY_MS)
    return {
      draft,
      active,
      past: await readPast(tx, shop, active.policy, since),
      findings: await lintForShop(tx, shop.id, draft, at),
    }
  })
  if (!read) return fail({ code: 'unknown_version' })
  const { draft, active, past, findings } = read
  const simulation = simulatePolicy({
    current: active.policy,
    draft,
    returns: past.slice(0, MAX_SIMULATED),
  })
  return ok({ ...simulation, against: active.version, more: past.length > MAX_SIMULATED, findings })
}
