import { merchantHandler } from '@/app/_server/merchant-handler'
import { findingErrors } from '@/app/_server/policy-findings'
import { problem } from '@/app/_server/problem'
import { readJson } from '@/app/_server/read-json'
import { queryOf } from '@/app/_server/storable-fields'
import { findPolicyVersion, getActivePolicy } from '@/db/queries/read-policy'
import { withShop } from '@/db/with-shop'
import { policySchema } from '@/lib/returns/policy/schema'
import { lintForShop } from '@/lib/services/returns/lint-for-shop'
import { writePolicy } from '@/lib/services/returns/write-policy'

const HEADERS = { 'cache-control': 'no-store' }
const MAX_NOTE = 500

/** `?draft`, `?draft=true` and `?draft=1` say yes. */
const isYes = (value: string | null): boolean => value !== null && !['false', '0'].includes(value)

export const GET = merchantHandler(async ({ context, shopId, request }) => {
  const asked = queryOf(request).get('version')
  if (asked !== null && !/^\d{1,9}$/.test(asked)) return problem('not_found')
  const found = await withShop(context.db, shopId, async (tx) => {
    const active = await getActivePolicy(tx, shopId)
    const version = asked === null ? (active?.version ?? 0) : Number(asked)
    const stored = await findPolicyVersion(tx, shopId, version)
    const policy = stored?.policy ?? (version === active?.version ? active.policy : null)
    if (!policy) return null
    return {
      version,
      active: version === active?.version,
      note: stored?.note ?? null,
      policy,
      findings: await lintForShop(tx, shopId, policy, context.now()),
    }
  })
  return found ? Response.json(found, { headers: HEADERS }) : problem('not_found')
})

export const PUT = merchantHandler(async ({ context, shopId, request }) => {
  const query = queryOf(request)
  const note = query.get('note')
  if (note !== null && note.length > MAX_NOTE)
    return problem('invalid_body', {
      errors: [{ pointer: '', code: 'too_big', detail: `the note has at most ${MAX_NOTE} characters` }],
    })
  const body = await readJson(request, policySchema)
  if (!body.ok) return body.error
  const written = await writePolicy(context, shopId, body.value, { draft: isYes(query.get('draft')), note })
  if (!written.ok) return problem('invalid_body', { errors: findingErrors(written.error.findings) })
  return Response.json(written.value, { status: 201, headers: HEADERS })
})
