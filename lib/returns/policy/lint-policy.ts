import type { LintOptions, PolicyFinding } from './lint/finding'
import { lintAmounts } from './lint/lint-amounts'
import { lintIds } from './lint/lint-ids'
import { lintLaw } from './lint/lint-law'
import { lintReach } from './lint/lint-reach'
import { lintWords } from './lint/lint-words'
import type { Policy } from './schema'

/** Everything about a policy that its merchant should know, errors first: they keep it from being stored. */
export const lintPolicy = (policy: Policy, options: LintOptions): PolicyFinding[] =>
  [
    ...lintIds(policy),
    ...lintLaw(policy),
    ...lintWords(policy, options.locales),
    ...lintReach(policy),
    ...lintAmounts(policy, options),
  ].toSorted((a, b) => a.severity.localeCompare(b.severity))
