import { fieldErrors } from '@/lib/core/field-error'
import type { PolicyFinding } from '@/lib/returns/policy/lint/finding'
import { type Policy, policySchema } from '@/lib/returns/policy/schema'
import { readSettings } from './shop-settings'
import { RefusedError } from './verb'

/** A policy from a file; refuses what is none, field by field. */
export async function readPolicyFile(file: string): Promise<Policy> {
  const parsed = policySchema.safeParse(await readSettings(file))
  if (parsed.success) return parsed.data
  throw new RefusedError(
    fieldErrors(parsed.error)
      .map(({ pointer, detail }) => `${pointer || '/'} ${detail}`)
      .join('\n'),
  )
}

/** A finding in one line. */
export const findingLine = ({ severity, pointer, code, detail }: PolicyFinding): string =>
  `${severity}  ${pointer}  ${code}: ${detail}`
