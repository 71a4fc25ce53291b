import { writePolicy } from '@/lib/services/returns/write-policy'
import { namedShop } from './named-shop'
import { findingLine, readPolicyFile } from './read-policy-file'
import { defineVerb, RefusedError } from './verb'

export const policySet = defineVerb({
  summary: 'write a shop’s return policy',
  positionals: ['shop', 'policy'],
  usage: '<shop> <policy.json> [--draft] [--note <text>]',
  help: `  --draft        keep it as a draft that doesn't hold
  --note <text>  for the shop's own people

Makes a new version; it holds at once, and returns that were sent under an earlier one keep what they were told. One with errors
is refused with all of them. Prints the version, then its warnings.`,
  options: { draft: { type: 'boolean' }, note: { type: 'string' } },
  run: async ({
    positionals: { shop, policy: file },
    values: { draft = false, note = null },
    context,
    out,
  }) => {
    const policy = await readPolicyFile(file)
    const running = await context()
    const written = await writePolicy(running, await namedShop(running, shop), policy, { draft, note })
    if (!written.ok) throw new RefusedError(written.error.findings.map(findingLine).join('\n'))
    out(`version ${written.value.version}${draft ? ' (draft)' : ''}`)
    for (const finding of written.value.findings) out(findingLine(finding))
    return 0
  },
})
