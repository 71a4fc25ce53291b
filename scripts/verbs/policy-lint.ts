import { withShop } from '@/db/with-shop'
import { lintForShop } from '@/lib/services/returns/lint-for-shop'
import { namedShop } from './named-shop'
import { findingLine, readPolicyFile } from './read-policy-file'
import { defineVerb } from './verb'

export const policyLint = defineVerb({
  summary: 'look a return policy over',
  positionals: ['shop', 'policy'],
  usage: '<shop> <policy.json>',
  help: `What the law, missing words or rules without an effect say against it, a line each: its gravity, its place in the file, its
code, its reason. Stores nothing. The exit code is 1 where there are errors.`,
  options: {},
  run: async ({ positionals: { shop, policy: file }, context, out }) => {
    const policy = await readPolicyFile(file)
    const running = await context()
    const shopId = await namedShop(running, shop)
    const findings = await withShop(running.db, shopId, (tx) =>
      lintForShop(tx, shopId, policy, running.now()),
    )
    for (const finding of findings) out(findingLine(finding))
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0
  },
})
